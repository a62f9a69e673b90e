import type { Pool } from 'pg'
import type { z } from 'zod'
import { v7 } from '../id.ts'
import { kyselyOn } from '../db/connection.ts'
import { kyselyAs, transaction } from '../db/transaction.ts'
import { factStatement, type Recorded } from '../fact/record.ts'
import { principalsOf, visitor, type Actor } from './actor.ts'
import { issuesOf } from './input.ts'
import { Refusal, type Can, type Context, type Operation, type Origin, type Output } from './operation.ts'
import { answerOnce } from './idempotency.ts'
import type { Ports } from './ports.ts'
import type { FieldIssue } from '../page/form.ts'

/** Who calls, and what proves that it is the same call or the same version. */
export interface Call {
  readonly actor: Actor
  readonly origin: Origin
  /** Idempotency key: the command runs once, and answers the same when the call comes again. */
  readonly key?: string
  /** Version of the row that the person saw. */
  readonly version?: number
}

export interface Answer<Op extends Operation> {
  readonly output: Output<Op>
  readonly can: Record<Can<Op>, boolean>
}

/** The input breaks the schema: 422, with a line a field. */
export class InvalidInput extends Refusal {
  readonly issues: FieldIssue[]
  constructor(error: z.ZodError) {
    super('input', {}, 422)
    this.issues = issuesOf(error)
  }
}

export interface Engine {
  run<Op extends Operation>(operation: Op, input: unknown, call: Call): Promise<Answer<Op>>
  /** A context outside a transaction, for raw routes: each statement is its own. */
  context(call: Call): Context
  readonly pool: Pool
}

const refuse = (code: string, status: number) => { throw new Refusal(code, {}, status) }
const isVisitor = (actor: Actor) => actor.id === visitor.id && actor.grants.length === 0 && !actor.client

/** A token narrows what its holder may do to whole modules, read or written; a session does not. */
const inScope = ({ scopes }: Actor, { name, kind }: Pick<Operation, 'name' | 'kind'>) => {
  const [module] = name.split('.')
  return !scopes || scopes.includes(`${module}:write`) || kind === 'query' && scopes.includes(`${module}:read`)
}

type Admitted = Pick<Operation, 'on' | 'allow' | 'when' | 'versioned' | 'provedWithin'>

const MINUTE = 60_000
const provedSince = ({ session }: Actor, now: string, minutes: number) =>
  session !== undefined && Date.parse(now) - Date.parse(session.provedAt ?? session.signedInAt) <= minutes * MINUTE

/** Looks at the target with the actor's eyes, then asks the right and the state: 404, 401 or 403, 409, in that order. */
export const admit = async (operation: Admitted, context: Context, input: any, version?: number) => {
  const target = operation.on ? await operation.on(context, input) : undefined
  if (operation.on && !target) refuse('not-found', 404)
  if (!operation.allow.holds(context.actor, target)) refuse(isVisitor(context.actor) ? 'sign-in-required' : 'forbidden', isVisitor(context.actor) ? 401 : 403)
  if (operation.provedWithin !== undefined && context.actor.by) refuse('acting-for', 403)
  if (operation.provedWithin !== undefined && !provedSince(context.actor, context.now, operation.provedWithin)) refuse('proof-required', 403)
  if (operation.versioned && version === undefined) refuse('version-required', 428)
  if (operation.versioned && target.version !== version) throw new Refusal('stale', { version: target.version })
  const code = operation.when?.(target, input, context)
  if (code) refuse(code, 409)
  return target
}

export const createEngine = (pool: Pool, ports: Ports): Engine => {
  const db = kyselyOn<any>(pool)
  const record = async () => { throw new Error('Only a command records facts') }
  const contextOf = (call: Call, over: Partial<Context> = {}): Context =>
    ({ db, actor: call.actor, origin: call.origin, now: new Date().toISOString(), record, ...over })

  const read = async (operation: Operation, input: unknown, call: Call) => {
    const context = contextOf(call, operation.confidential || operation.sensitive ? { db: kyselyAs(pool, settingsOf(call, '')) } : {})
    const target = await admit(operation, context, input)
    const output = operation.output.parse(await operation.run(context, input, target))
    if (operation.sensitive) {
      const about = operation.about?.(target, input) ?? undefined
      await pool.query(ports.audit({ id: v7(), operation, input, call, outcome: 'read', about, at: context.now }))
    }
    const can = Object.entries(operation.can ?? {}).map(([name, one]) => [name, one.allow.holds(call.actor, target)])
    return { output, can: Object.fromEntries(can) }
  }

  const change = async (operation: Operation, input: unknown, call: Call) => {
    const entry = v7()
    const facts: Recorded[] = []
    const answer = await transaction(pool, settingsOf(call, entry), async (tx) => {
      facts.length = 0
      const context = contextOf(call, {
        db: tx.db, record: async (fact, data) => { facts.push({ fact, data: fact.data.parse(data) }) },
      })
      return answerOnce(tx, operation, input, call, context.now, async () => {
        const off = await ports.switchedOff?.(operation, context)
        if (off) refuse(off, 503)
        const target = await admit(operation, context, input, call.version)
        const output = operation.output.parse(await operation.run(context, input, target))
        for (const one of facts) tx.send(factStatement(one, context.now))
        tx.send(ports.audit({ id: entry, operation, input, call, outcome: 'done', at: context.now }))
        return output
      })
    })
    ports.committed?.(operation, facts.length > 0)
    return { output: answer, can: {} }
  }

  const run = async (operation: Operation, raw: unknown, call: Call) => {
    const stop = ports.time?.(operation)
    try {
      const input = operation.input.safeParse(raw, { reportInput: true })
      if (!input.success) throw new InvalidInput(input.error)
      if (!inScope(call.actor, operation)) throw new Refusal('insufficient-scope', {}, 403)
      const answer = await (operation.kind === 'command' ? change : read)(operation, input.data, call)
      stop?.('done')
      return answer
    } catch (error) {
      stop?.(error instanceof Refusal ? 'refused' : 'failed')
      // What the rights refused leaves a trace of its own, since the transaction that refused is gone.
      if (error instanceof Refusal && (operation.kind === 'command' ? error.status !== 422 : error.status === 403)) {
        await pool.query(ports.audit({
          id: v7(), operation, input: raw, call, outcome: 'refused', code: error.code, at: new Date().toISOString(),
        }))
      }
      throw error
    }
  }
  return { run: run as Engine['run'], context: contextOf, pool }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** What row-level policies read: who asks, and in which organisations they hold a role. */
export const settingsOf = ({ actor }: Pick<Call, 'actor'>, entry: string) => ({
  person: actor.id ?? NOBODY,
  organisations: `{${actor.grants.filter((grant) => grant.scope === 'organisation').map((grant) => grant.id).join(',')}}`,
  principals: `{${principalsOf(actor).join(',')}}`,
  entry,
})
