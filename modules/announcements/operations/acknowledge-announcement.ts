import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { myAnnouncements, type Context } from '../policy.ts'

/** Says that one has read it, once: the first time counts. */
export const acknowledgeAnnouncement = command({
  http: 'POST /announcements/:announcementId/acknowledgement',
  input: z.object({ announcementId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { announcementId }) => myAnnouncements(context).where('one.id', '=', announcementId)
    .select(['one.id', 'one.asks_acknowledgement', 'receipt.acknowledged_at', 'receipt.person_id']).executeTakeFirst(),
  allow: owns('person_id'),
  when: (row) => row.asks_acknowledgement ? undefined : 'announcements.not-asked',
  run: async ({ db, now }: Context, _, row) => {
    if (row.acknowledged_at === null) {
      await db.updateTable('announcements.receipt').set({ acknowledged_at: now }).where('announcement_id', '=', row.id).where('person_id',
        '=', row.person_id).execute()
    }
    return null
  },
})
