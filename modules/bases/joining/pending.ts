import { z } from 'zod'
import { peopleOf, personCard } from '../people.ts'
import type { Context } from '../policy.ts'

/** An invitation that waits, for those who send them. */
export const sentInvitation = z.object({
  id: z.uuid(), email: z.string().nullable(), person: personCard.nullable(), at: z.string(), expiresAt: z.string(),
})

/** Invitations of a base or of a resource that nobody answered yet, the latest first. People are named when their profile is public. */
export const pendingInvitations = async (context: Context, { baseId, resourceId }: { baseId?: string; resourceId?: string }) => {
  const rows = await context.db.selectFrom('bases.invitation').selectAll().where('state', '=', 'pending').where('expires_at', '>', context.now)
    .where((eb) => eb.or([eb('base_id', '=', baseId ?? null), eb('resource_id', '=', resourceId ?? null)])).orderBy('created_at', 'desc').limit(100).execute()
  const people = new Map((await peopleOf(context, rows.map(({ person_id }) => person_id), { everyone: false })).map((one) => [one.id, one]))
  return rows.map((row) => ({
    id: row.id, email: row.email, person: people.get(row.person_id ?? '') ?? null, at: row.created_at, expiresAt: row.expires_at,
    role: row.role as 'administrator' | 'contributor' | null,
  }))
}
