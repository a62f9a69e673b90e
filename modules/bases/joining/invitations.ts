import type { Selectable } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { hashOf, peopleByAddress } from '#modules/identity/api.ts'
import { invitationSent } from '../events.ts'
import type { MemberRole } from '../enumerations.ts'
import { DAY, later } from '../limits.ts'
import type { Context } from '../policy.ts'
import type { BasesInvitation } from '../tables.gen.ts'

/** An invitation waits so many days. */
export const INVITATION_DAYS = 14
/** Invitations that one person sends in a day: nobody fills mailboxes with the platform's hand. */
const MOST_A_DAY = 50

export type InvitationRow = Selectable<BasesInvitation>
export type InvitationState = 'pending' | 'accepted' | 'declined' | 'revoked' | 'expired'

/** Whom one invites, by name or by address: exactly one of them. */
export const invited = {
  personId: z.uuid().optional(), email: z.email().max(254).toLowerCase().optional(), message: z.string().trim().max(500).default(''),
}
export const invitesOne = (input: { personId?: string; email?: string }) =>
  (input.personId === undefined) === (input.email === undefined) ? 'bases.invite-whom' : undefined

/** Secret of a mail, as it travels in an address. */
export const token = z.string().max(100).default('')

interface Offer { baseId?: string; resourceId?: string; role?: MemberRole; personId?: string; email?: string; message: string }

/**
 * Keeps an invitation, whose mail leaves from a job. Nobody is looked for by an address: the answer is the same whether somebody has it.
 * @throws Refusal `bases.no-person` (404), `bases.too-many-invitations`, `bases.already-invited`.
 */
export const invite = async (context: Context, offer: Offer): Promise<string> => {
  const { db, now, actor, record } = context
  const { baseId = null, resourceId = null, role = null, personId = null, email = null, message } = offer
  if (personId !== null) await checkPerson(context, personId)
  const { sent } = await db.selectFrom('bases.invitation').where('invited_by', '=', actor.id!).where('created_at', '>', later(now, -DAY))
    .select((eb) => eb.fn.countAll<number>().as('sent')).executeTakeFirstOrThrow()
  if (sent >= MOST_A_DAY) throw new Refusal('bases.too-many-invitations', { most: MOST_A_DAY })
  // One that nobody answered in time gives its place to the new one.
  await db.updateTable('bases.invitation').set({ state: 'revoked', answered_at: now, email: null }).where('state', '=', 'pending')
    .where('expires_at', '<=', now).where((eb) => eb.or([eb('base_id', '=', baseId), eb('resource_id', '=', resourceId)])).execute()
  const id = v7()
  const made = await db.insertInto('bases.invitation').values({
    id, base_id: baseId, resource_id: resourceId, role, person_id: personId, email, message, invited_by: actor.id!, created_at: now,
    expires_at: later(now, INVITATION_DAYS * DAY),
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (!made) throw new Refusal('bases.already-invited')
  await record(invitationSent, { invitationId: id })
  return id
}

const checkPerson = async ({ db }: Context, personId: string) => {
  const person = await db.selectFrom('identity.card').select('id').where('id', '=', personId).where('is_erased', '=', false).executeTakeFirst()
  if (!person) throw new Refusal('bases.no-person', {}, 404)
}

export const invitationState = ({ state, expires_at }: Pick<InvitationRow, 'state' | 'expires_at'>, now: string): InvitationState =>
  state === 'pending' && Date.parse(expires_at) <= Date.parse(now) ? 'expired' : state as InvitationState

/** Whether who invited may still give what they offered: an invitation does not outlive the right to send it. */
export const stillOffered = async ({ db }: Context, { base_id, resource_id, invited_by }: InvitationRow): Promise<boolean> => {
  const administers = (baseId: string | null) => db.selectFrom('bases.grant').select('id').where('scope', '=', 'base').where('id', '=', baseId)
    .where('person_id', '=', invited_by).where('role', '=', 'administrator').executeTakeFirst()
  if (base_id !== null) return await administers(base_id) !== undefined
  const resource = await db.selectFrom('bases.resource').select(['created_by', 'base_id']).where('id', '=', resource_id)
    .where('deleted_at', 'is', null).executeTakeFirst()
  return resource !== undefined && (resource.created_by === invited_by || await administers(resource.base_id) !== undefined)
}

interface Opened { row: InvitationRow; /** The person who acts is the one invited, or has proved the address to which the mail went. */ mine: boolean }

/**
 * An invitation as the person who acts may know of it. To somebody found by name, only they do. To an address, it takes the secret of its
 * mail; and `mine` says whether they also proved that address, without which a link that was forwarded opens nothing.
 * @param lock holds the row, in a command.
 */
export const invitationFor = async (context: Context, id: string, secret: string, lock = false): Promise<Opened | undefined> => {
  const { db, actor } = context
  const row = await db.selectFrom('bases.invitation').selectAll().where('id', '=', id).$if(lock, (one) => one.forUpdate()).executeTakeFirst()
  if (!row || actor.id === undefined) return undefined
  if (row.person_id !== null) return row.person_id === actor.id ? { row, mine: true } : undefined
  const known = secret !== '' && await db.selectFrom('bases.invitation_token').select('invitation_id').where('token_hash', '=', hashOf(secret))
    .where('invitation_id', '=', row.id).executeTakeFirst()
  if (!known) return undefined
  return { row, mine: row.email !== null && (await peopleByAddress(context, [row.email])).some(({ personId }) => personId === actor.id) }
}

/** Answers an invitation, whose row the command holds: it is from now on the person's, and its address goes. */
export const settleInvitation = async ({ db, now, actor }: Context, id: string, state: 'accepted' | 'declined'): Promise<void> => {
  await db.updateTable('bases.invitation').set({ state, answered_at: now, email: null, person_id: actor.id! }).where('id', '=', id).execute()
}
