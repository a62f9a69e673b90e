import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { myAnnouncements, type Context } from '../policy.ts'
import { acknowledgeAnnouncement } from './acknowledge-announcement.ts'

/** One announcement, by whoever received it, until it is recalled or over. */
export const showAnnouncement = query({
  http: 'GET /announcements/:announcementId',
  input: z.object({ announcementId: z.uuid() }),
  output: z.object({
    id: z.uuid(), title: z.string(), body: z.string(), at: z.string(), endsAt: z.string().nullable(), isCritical: z.boolean(),
      organisation: z.string().nullable(),
    asksAcknowledgement: z.boolean(), acknowledgedAt: z.string().nullable(),
  }),
  on: (context: Context, { announcementId }) => myAnnouncements(context).where('one.id', '=', announcementId)
    .leftJoin('organisations.card as organisation', 'organisation.id', 'one.organisation_id').selectAll('one')
    .select(['receipt.at', 'receipt.acknowledged_at', 'receipt.person_id', 'organisation.name as organisation']).executeTakeFirst(),
  allow: signedIn,
  confidential: true,
  can: { acknowledgeAnnouncement },
  run: async (_: Context, __, row) => ({
    id: row.id, title: row.title, body: row.body, at: row.at, endsAt: row.ends_at, isCritical: row.is_critical,
      organisation: row.organisation,
    asksAcknowledgement: row.asks_acknowledgement, acknowledgedAt: row.acknowledged_at,
  }),
})
