import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { sessionsEnded } from '../../events.ts'
import type { Context } from '../../policy.ts'

export const personId = z.uuid()
export const reason = z.string().trim().min(1).max(500)

export type State = 'active' | 'invited' | 'suspended' | 'erasing' | 'erased' | 'merged'

/** What the sheet and the commands on a person start from. Locked where a command writes. */
export const personForStaff = async ({ db }: Context, id: string, lock = false) => {
  const rows = db.selectFrom('identity.person as person').selectAll().where('person.id', '=', id)
  const person = await (lock ? rows.forUpdate() : rows).executeTakeFirst()
  if (!person) return undefined
  const [accounts, roles, erasure, addresses] = [
    await db.selectFrom('identity.account').selectAll().where('person_id', '=', id).orderBy('created_at').execute(),
    (await db.selectFrom('identity.platform_role').select('role').where('person_id', '=', id).orderBy('role').execute()).map((row) => row.role),
    await db.selectFrom('identity.erasure').select('id').where('person_id', '=', id).executeTakeFirst(),
    await db.selectFrom('identity.address').selectAll().where('person_id', '=', id).orderBy('is_primary', 'desc').orderBy('email').execute(),
  ]
  const stateNow = (): State => {
    if (person.erased_at) return 'erased'
    if (person.merged_into) return 'merged'
    if (erasure) return 'erasing'
    if (accounts.some(({ state }) => state === 'suspended')) return 'suspended'
    return addresses.some((one) => one.invited_at && !one.verified_at) && !addresses.some((one) => one.verified_at) ? 'invited' : 'active'
  }
  return { ...person, accounts, roles, addresses, state: stateNow(), name: [person.first_name, person.last_name].filter(Boolean).join(' ') }
}

export type PersonForStaff = NonNullable<Awaited<ReturnType<typeof personForStaff>>>

/** Nothing more is done to an account that is gone, or going. */
export const gone = ({ state }: PersonForStaff): string | undefined =>
  ['erasing', 'erased', 'merged'].includes(state) ? 'identity.person-gone' : undefined

/** Changes of who administers wait for each other, so that two of them do not take away the last two administrators. */
export const lockAdministrators = ({ db }: Context) => sql`select pg_advisory_xact_lock(hashtextextended('identity administrators', 0))`.execute(db)

/** @throws Refusal when nobody who can enter the back office is left; its transaction undoes what was just done. */
export const keepAnAdministrator = async ({ db }: Context): Promise<void> => {
  const { rows } = await sql`select from identity.platform_role as held join identity.person on person.id = held.person_id
    where held.role = 'administrator' and person.erased_at is null and person.merged_into is null
      and not exists (select from identity.account where account.person_id = person.id and account.state = 'suspended')
      and not exists (select from identity.erasure where erasure.person_id = person.id) limit 1`.execute(db)
  if (rows.length === 0) throw new Refusal('identity.last-administrator')
}

/** Nobody acts in this person's place any longer, nor they in anybody's. */
export const endActing = async ({ db, now, record }: Context, id: string): Promise<void> => {
  const ended = await db.deleteFrom('identity.session').where('by_person_id', 'is not', null)
    .where((eb) => eb.or([eb('person_id', '=', id), eb('by_person_id', '=', id)])).returning('person_id').execute()
  for (const personId of new Set(ended.map((one) => one.person_id))) await record(sessionsEnded, { personId })
  await db.updateTable('identity.impersonation').set({ ended_at: now, token_hash: null })
    .where((eb) => eb.or([eb('person_id', '=', id), eb('by_person_id', '=', id)]))
    .where('ended_at', 'is', null).where('refused_at', 'is', null).execute()
}

/** Closes every session of the person, and all that is done in their place: at the next request nothing opens any more. */
export const closeSessions = async (context: Context, id: string): Promise<void> => {
  await context.db.deleteFrom('identity.session').where('person_id', '=', id).execute()
  await context.record(sessionsEnded, { personId: id })
  await endActing(context, id)
}
