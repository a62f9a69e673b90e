import { sql, type SqlBool } from 'kysely'
import type { Actor } from '#kernel/operation/actor.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { holds, type Rule } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & { 'identity.card': IdentityCard }
export type Context = KernelContext<Tables>

/** Has shown both factors: all that the back office offers asks at least this. */
export const administrator = holds('administrator')

/** So long may what is critical follow a proof. In minutes. */
export const FRESH = 10

/**
 * Has a session of the back office, complete or not. A session without its second factor is nobody's yet: its actor has no person and no
 * grant, so that every other rule refuses it.
 */
export const inSession: Rule = {
  says: 'in a session of the back office',
  holds: (actor) => actor.session !== undefined,
  where: (actor) => sql<SqlBool>`${actor.session !== undefined}`,
}

/** Whether the second factor is still missing. */
export const isHalf = (actor: Actor): boolean => actor.id === undefined && actor.session !== undefined

/** The session that asks. A visitor is asked to sign in. */
export const mySession = ({ db, actor }: Context) => {
  if (!actor.session) throw new Refusal('sign-in-required', {}, 401)
  return db.selectFrom('staff.session as session').selectAll('session').where('session.id', '=', actor.session.id)
}

/** What a person's second factor can be, oldest first. */
export const factorsOf = ({ db }: Context, personId: string) =>
  db.selectFrom('staff.factor as factor').selectAll('factor').where('factor.person_id', '=', personId).orderBy('factor.created_at')

/** The session that asks, its person, and how many factors they have: who may add one depends on that. */
export const enrolling = async (context: Context) => {
  const session = await mySession(context).executeTakeFirst()
  if (!session) return undefined
  const { factors } = await context.db.selectFrom('staff.factor').select(({ fn }) => fn.countAll<number>().as('factors'))
    .where('person_id', '=', session.person_id).executeTakeFirstOrThrow()
  return { ...session, factors }
}

/**
 * Adds a factor: whoever has shown one, or the person who enters for the first time and has none. A half-signed session of a person who has
 * a factor may not, or the first factor alone would open everything.
 */
export const mayEnrol: Rule<{ readonly factor: string | null, readonly factors: number }> = {
  says: 'holds administrator or has no second factor yet',
  holds: (actor, row) => administrator.holds(actor, row) || isHalf(actor) && row.factor === null && row.factors === 0,
  where: (actor, alias) => administrator.holds(actor, undefined) ? sql<SqlBool>`true`
    : sql<SqlBool>`(${isHalf(actor)} and ${sql.ref(`${alias}.factor`)} is null and ${sql.ref(`${alias}.factors`)} = 0)`,
}
