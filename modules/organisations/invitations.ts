import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import type { Actor, Grant } from '#kernel/operation/actor.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { hashOf, peopleByAddress } from '#modules/identity/api.ts'
import { invitationAsked, invitationRevoked } from './events.ts'
import { DAY, INVITATION_DAYS, later, MOST_INVITATIONS } from './limits.ts'
import { checkMember } from './members.ts'
import { mayGrant, type Context, type Tables } from './policy.ts'
import type { Role } from './roles.ts'

export const token = z.string().max(100)

type Row = Selectable<Tables['organisations.invitation']>

interface NewInvitation {
  organisationId: string
  email: string
  role: Role
  groupId?: string | null
  /** Last day of the membership that it offers. */
  validTo?: string | null
  message?: string
  /** The platform invites, for the first administrator. */
  byPlatform: boolean
}

/**
 * Keeps an invitation, whose mail leaves from a job. Nobody is looked for by the address: the answer is the same whether somebody has it.
 * @throws Refusal `organisations.already-invited`, `organisations.too-many-invitations`, and as `checkMember`.
 */
export const invite = async (context: Context, given: NewInvitation): Promise<string> => {
  const { db, now, actor, record } = context
  const { organisationId, email, role, groupId = null, validTo = null, message, byPlatform } = given
  checkMember(given)
  const of = db.selectFrom('organisations.invitation').where('organisation_id', '=', organisationId)
  const { sent } = await of.where('created_at', '>', later(now, -DAY)).select((eb) => eb.fn.countAll<number>().as('sent'))
    .executeTakeFirstOrThrow()
  if (sent >= MOST_INVITATIONS) throw new Refusal('organisations.too-many-invitations', { most: MOST_INVITATIONS })
  // One that nobody answered in time gives its place to the new one.
  await db.updateTable('organisations.invitation').set({ revoked_at: now }).where('organisation_id', '=', organisationId)
    .where('email', '=', email).where('accepted_at', 'is', null).where('revoked_at', 'is', null).where('expires_at', '<=', now).execute()
  const id = v7()
  const made = await db.insertInto('organisations.invitation').values({
    id, organisation_id: organisationId, group_id: groupId, email, role, valid_to: validTo, message: message || null,
    invited_by: byPlatform ? null : actor.id!, by_platform: byPlatform, created_at: now, last_asked_at: now,
    expires_at: later(now, INVITATION_DAYS * DAY),
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (!made) throw new Refusal('organisations.already-invited')
  await record(invitationAsked, { organisationId, invitationId: id })
  return id
}

/** Takes an invitation back, whose row the caller holds. */
export const revoke = async ({ db, now, record }: Context, row: Pick<Row, 'organisation_id' | 'id'>): Promise<void> => {
  await db.updateTable('organisations.invitation').set((eb) => ({ revoked_at: now, version: eb('version', '+', 1) }))
    .where('organisation_id', '=', row.organisation_id).where('id', '=', row.id).execute()
  await record(invitationRevoked, { organisationId: row.organisation_id, invitationId: row.id })
}

/** What a secret opens, whatever its state. Its rows are out of reach of who is in no organisation: a function of the database looks. */
export const invitationBy = async ({ db }: Context, secret: string): Promise<Row | undefined> =>
  (await sql<Row>`select * from organisations.invitation_by_token(${hashOf(secret)})`.execute(db)).rows[0]

/**
 * Whether an invitation to this address is for the person who acts: they have proved it, or nobody has, and then the secret of its mail does. An
 * address that another account has proved is that account's.
 */
export const isMine = async (context: Context, email: string): Promise<boolean> =>
  (await peopleByAddress(context, [email])).every(({ personId }) => personId === context.actor.id)

export type InvitationState = 'good' | 'used' | 'revoked' | 'expired'

export const invitationState = (row: Pick<Row, 'accepted_at' | 'revoked_at' | 'expires_at'>, now: string): InvitationState => {
  if (row.accepted_at) return 'used'
  if (row.revoked_at) return 'revoked'
  return Date.parse(row.expires_at) > Date.parse(now) ? 'good' : 'expired'
}

/** Whether who invited may still give what they offered: an invitation does not outlive the right to send it. */
export const stillGranted = async ({ db }: Context, row: Pick<Row,
  'organisation_id' | 'group_id' | 'role' | 'invited_by' | 'by_platform'>) => {
  if (row.by_platform) return true
  if (!row.invited_by) return false
  const grants: Grant[] = await db.selectFrom('organisations.grant').select(['scope', 'id', 'role']).where('person_id', '=', row.invited_by)
    .execute()
  const inviter: Actor = { id: row.invited_by, grants, timeZone: 'Europe/Paris' }
  return mayGrant.holds(inviter, row)
}
