import { sql } from 'kysely'
import type { Grant } from '#kernel/operation/actor.ts'
import type { Module } from '#kernel/operation/module.ts'
import { fits, type Role } from '#modules/organisations/api.ts'
import type { Context } from './policy.ts'
import { personHolder, rightsOf, verdictOf, visitorHolder, type Right, type Verdict } from './rights.ts'

/** What a right is, said to a page or to a program. */
export interface Said { name: string; module: string; kind: Right['kind']; level: Right['level']; may: Verdict['may']; conditions: string[] }

const say = (right: Right, { may, conditions }: Verdict): Said =>
  ({ name: right.name, module: right.module, kind: right.kind, level: right.level, may, conditions: [...conditions] })

const RANK: Record<Verdict['may'], number> = { no: 0, if: 1, within: 2, yes: 3 }

/** What these roles let a person do, beyond what any person may; raw routes aside, which serve operations. */
export const openedBy = (modules: readonly Module[], grants: readonly Pick<Grant, 'scope' | 'role'>[]): Said[] => rightsOf(modules)
  .filter(({ kind }) => kind !== 'raw')
  .map((right) => ({ right, verdict: verdictOf(right.allow, { signedIn: true, grants }) }))
  .filter(({ right, verdict }) => RANK[verdict.may] > RANK[verdictOf(right.allow, personHolder).may])
  .map(({ right, verdict }) => say(right, verdict))

/** What any person may, and what of it a visitor may too. */
export const ofAnybody = (modules: readonly Module[]): Said[] => rightsOf(modules).filter(({ kind }) => kind !== 'raw')
  .map((right) => say(right, verdictOf(right.allow, personHolder))).filter(({ may }) => may !== 'no')

/** A role as it was given: in the whole organisation, or in a group of it. */
export interface HeldRole { readonly role: string; readonly group: string | null }
/** What opens doors, and the role from which it comes. */
type Opening = Pick<Grant, 'scope' | 'role'> & { readonly from?: HeldRole }

/** Who holds a role in a group is also a member of the organisation, as `organisations.grant` says. */
const openingsOf = (from: HeldRole): Opening[] => from.group === null ? [{ scope: 'organisation', role: from.role, from }]
  : [{ scope: 'organisation', role: 'member', from }, { scope: 'group', role: from.role, from }]

/** What a role opens wherever it can be held: in the whole organisation, in a group of it. */
export const openingsOfRole = (role: Role): Opening[] => [
  ...fits(role, false) ? openingsOf({ role, group: null }) : [], ...fits(role, true) ? openingsOf({ role, group: '' }) : [],
]

const eachOnce = (held: readonly HeldRole[]): HeldRole[] => [...new Map(held.map((one) => [`${one.role} ${one.group}`, one])).values()]

/** Who may, by their roles alone: `anyone` and `anyPerson` say that no role is needed, or only what a row tells. */
export const holdersAmong = (right: Right, people: readonly { id: string; name: string | null; grants: readonly Opening[] }[]) => {
  const person = verdictOf(right.allow, personHolder)
  return {
    anyone: verdictOf(right.allow, visitorHolder).may, anyPerson: person.may, conditions: [...person.conditions],
    people: people.flatMap(({ id, name, grants }) => {
      const useful = grants.filter((grant) => RANK[verdictOf(right.allow, { signedIn: true, grants: [grant] }).may] > RANK[person.may])
      const { may } = verdictOf(right.allow, { signedIn: true, grants })
      if (RANK[may] <= RANK[person.may]) return []
      return [{ id, name, roles: eachOnce((useful.length ? useful : grants).map(({ role, from }) => from ?? { role, group: null })), may }]
    }),
  }
}

/** People of one organisation with the roles that they hold in it today, in the whole of it or in its groups, by name. */
export const peopleOf = async ({ db }: Context, organisationId: string,
  { words = '', personId }: { words?: string; personId?: string } = {}, most = 2000) => {
  const rows = await db.selectFrom('organisations.holding as held').innerJoin('identity.card as person', 'person.id', 'held.person_id')
    .where('held.organisation_id', '=', organisationId).where('person.is_erased', '=', false)
    .$if(personId !== undefined, (query) => query.where('person.id', '=', personId!))
    .where((eb) => eb.and(words.split(/\s+/).filter(Boolean).map((word) => eb('person.name', 'ilike',
      `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`))))
    .select(['person.id', 'person.name',
      sql<HeldRole[]>`jsonb_agg(distinct jsonb_build_object('role', held.role, 'group', held.group_name))`.as('roles')])
    .groupBy(['person.id', 'person.name'])
    .orderBy(sql`coalesce(person.name, '') collate kernel.french`).orderBy('person.id').limit(most).execute()
  return rows.map(({ roles, ...person }) => ({ ...person, roles, grants: roles.flatMap(openingsOf) }))
}
