import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { recall, recallable, recallReason } from '../../publishing.ts'

/** Takes an announcement back, whoever made it: nobody sees it any more. */
export const recallAnnouncement = command({
  http: 'POST /back-office/announcements/:announcementId/recall',
  input: z.object({ announcementId: z.uuid(), reason: recallReason }),
  output: z.null(),
  on: ({ db }: Context, { announcementId }) => db.selectFrom('announcements.announcement').select(['id', 'state', 'version',
    'organisation_id'])
    .where('id', '=', announcementId).forNoKeyUpdate().executeTakeFirst(),
  allow: holds('administrator'),
  when: recallable,
  run: (context: Context, { reason }, one) => recall(context, one, reason),
})
