import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import { readAbout } from '#modules/notifications/api.ts'
import { KIND } from '../kinds.ts'
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
  run: async (context: Context, _, row) => {
    const { db, now } = context
    if (row.acknowledged_at === null) {
      await db.updateTable('announcements.receipt').set({ acknowledged_at: now }).where('announcement_id', '=', row.id).where('person_id',
        '=', row.person_id).execute()
    }
    // What told of it is read too, on all one's devices.
    await readAbout(context, { kind: KIND, id: row.id })
    return null
  },
})
