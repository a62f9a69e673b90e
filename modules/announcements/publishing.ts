import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { switchFor } from '#modules/switches/api.ts'
import type { Audience } from './audience.ts'
import { announcementPublished, announcementRecalled } from './events.ts'
import type { Context } from './policy.ts'

/** As administrators switch it off. */
export const FEATURE = 'broadcasts'

/** What one writes, wherever one writes it from. Days and hours are those of whoever writes. */
export const writing = {
  title: z.string().trim().min(1).max(120), body: z.string().trim().min(1).max(5000), isCritical: z.boolean().default(false),
  asksAcknowledgement: z.boolean().default(false), day: z.iso.date().nullish(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).default('08:00'), lastDay: z.iso.date().nullish(),
}
const shape = z.object(writing)
export const published = z.object({ announcementId: z.uuid(), isHeld: z.boolean() })
export const recallReason = z.string().trim().min(1).max(500)

/**
 * Keeps what is to be told; the worker tells it at its time. While announcements are switched off it waits, and whoever writes it is
 * told.
 */
export const publish = async (
  context: Context, given: z.output<typeof shape>, audience: Audience, organisationId: string | null,
): Promise<z.input<typeof published>> => {
  const { db, actor, now, record } = context
  const { rows: [times] } = await sql<{ due: string | null; ends: string | null }>`
    select (${given.day ?? null}::date + ${given.time}::time) at time zone ${actor.timeZone} as due,
      (${given.lastDay ?? null}::date + 1)::timestamp at time zone ${actor.timeZone} as ends`.execute(db)
  const due = times?.due && times.due > now ? times.due : now
  const ends = times?.ends ?? null
  if (ends !== null && ends <= due) throw new Refusal('announcements.ends-before', {}, 422)
  const announcementId = v7()
  await db.insertInto('announcements.announcement').values({
    id: announcementId, organisation_id: organisationId, title: given.title, body: given.body, audience: audience.audience,
    to_organisation_id: audience.organisationId, to_role: audience.role, to_group_id: audience.groupId,
    person_ids: audience.personIds ? [...audience.personIds] : null, is_critical: given.isCritical,
      asks_acknowledgement: given.asksAcknowledgement,
    author_id: actor.id ?? null, created_at: now, due_at: due, ends_at: ends,
  }).execute()
  await record(announcementPublished, { announcementId })
  return { announcementId, isHeld: await switchFor(context, FEATURE) !== undefined }
}

/** What a recall must know of an announcement. */
export interface Recallable { id: string; state: string; version: number; organisation_id: string | null }

/** Takes it back: from then on nobody sees it any more. */
export const recall = async ({ db, now, record }: Context, one: Recallable, reason: string): Promise<null> => {
  await db.updateTable('announcements.announcement').set({ state: 'recalled', recalled_at: now, recalled_reason: reason,
    version: one.version + 1 })
    .where('id', '=', one.id).execute()
  await record(announcementRecalled, { announcementId: one.id })
  return null
}
export const recallable = ({ state }: Recallable): string | undefined =>
  state === 'recalled' || state === 'returned' || state === 'ended' ? 'announcements.over' : undefined
