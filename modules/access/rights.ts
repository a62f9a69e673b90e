import type { Grant } from '#kernel/operation/actor.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { waysOf, type Rule, type Way } from '#kernel/operation/rule.ts'

/**
 * How much harm a wrong use does: reading, reading what is sensitive or changing, what the back office does, what asks for a fresh proof.
 */
export type Level = 'low' | 'medium' | 'high' | 'critical'

/** One thing that somebody may do, as its right says it. */
export interface Right {
  readonly name: string
  readonly module: string
  readonly http: string
  readonly kind: 'command' | 'query' | 'raw'
  readonly place: 'portal' | 'back-office'
  readonly level: Level
  readonly allow: Pick<Rule, 'ways' | 'says'>
  /** Proof other than a session: a signature, a token in the address. */
  readonly proof?: string
}

const levelOf = ({ kind, provedWithin, sensitive }: Pick<Operation, 'kind' | 'provedWithin' | 'sensitive'>,
  place: Right['place']): Level => {
  if (provedWithin !== undefined) return 'critical'
  if (sensitive || place === 'back-office' && kind === 'command') return 'high'
  return kind === 'command' || place === 'back-office' ? 'medium' : 'low'
}

const ofOperations = (module: string, place: Right['place'], operations: Readonly<Record<string, Operation>>): Right[] =>
  Object.values(operations).map((one) => ({
    name: one.name, module, http: one.http.replace(' ', ' /api'), kind: one.kind, place, level: levelOf(one, place), allow: one.allow,
  }))

/** All that the modules let anybody do, operations and raw routes, those of the back office too. */
export const rightsOf = (modules: readonly Module[]): Right[] => modules.flatMap(({ name, operations, raw, backOffice }) => [
  ...ofOperations(name, 'portal', operations), ...ofOperations(name, 'back-office', backOffice.operations),
  ...([['portal', raw], ['back-office', backOffice.raw ?? []]] as const).flatMap(([place, routes]) => routes.map((one): Right => ({
    name: `${name}: ${one.http}`, module: name, http: one.http, kind: 'raw', place, allow: one.allow, proof: one.proof,
    level: one.http.startsWith('GET ') ? 'low' : 'medium',
  }))),
])

/** Somebody, or anybody who holds such roles. */
export interface Holder { readonly signedIn: boolean; readonly grants: readonly Pick<Grant, 'scope' | 'role'>[] }

export interface Verdict {
  /** `within`: in the place where the role is held. `if`: only a row can tell. */
  readonly may: 'yes' | 'within' | 'if' | 'no'
  readonly conditions: readonly string[]
}

const opens = ({ signedIn, grants }: Holder, { signedIn: must, roles = [] }: Way): boolean => (!must || signedIn)
  && roles.every((one) => grants.some((grant) => grant.scope === one.scope && (one.role === undefined || grant.role === one.role)))

const NO: Verdict = { may: 'no', conditions: [] }

/** Whether who holds such roles may: the best of the ways that are open to them. */
export const verdictOf = (allow: Right['allow'], holder: Holder): Verdict => {
  const ways = waysOf(allow).filter((way) => opens(holder, way))
  const free = ways.filter(({ if: conditions = [] }) => conditions.length === 0)
  if (free.some(({ roles = [] }) => roles.every(({ scope }) => scope === 'platform'))) return { may: 'yes', conditions: [] }
  if (free.length) return { may: 'within', conditions: [] }
  if (ways.length) return { may: 'if', conditions: [...new Set(ways.map((way) => way.if!.join(' and ')))] }
  return NO
}

/** Roles that some right speaks of, and no other: for these alone a column differs from that of any person. */
export const rolesNamed = (rights: readonly Right[]): { scope: string; role: string }[] => {
  const named = new Map<string, { scope: string; role: string }>()
  for (const { allow } of rights) for (const { roles = [] } of waysOf(allow)) for (const { scope,
    role = 'any' } of roles) named.set(`${scope} ${role}`, { scope, role })
  return [...named.values()].toSorted((a, b) => `${a.scope} ${a.role}`.localeCompare(`${b.scope} ${b.role}`))
}

export const visitorHolder: Holder = { signedIn: false, grants: [] }
export const personHolder: Holder = { signedIn: true, grants: [] }
export const holderOf = (scope: string, role: string): Holder => ({ signedIn: true, grants: [{ scope, role }] })
