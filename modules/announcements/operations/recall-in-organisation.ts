import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { announces, organisationFor, type Context } from '../policy.ts'
import { recall, recallable, recallReason, type Recallable } from '../publishing.ts'

/** Takes back what an organisation told its people: nobody sees it any more. */
export const recallInOrganisation = command({
  http: 'POST /organisations/:organisationId/announcements/:announcementId/recall',
  input: z.object({ organisationId: z.uuid(), announcementId: z.uuid(), reason: recallReason }),
  output: z.null(),
  on: async (context: Context, { organisationId, announcementId }) => {
    const organisation = await organisationFor(context, organisationId)
    return organisation && context.db.selectFrom('announcements.announcement').select(['id', 'state', 'version', 'organisation_id'])
      .where('id', '=', announcementId).where('organisation_id', '=', organisationId).forNoKeyUpdate().executeTakeFirst()
  },
  allow: announces,
  when: (one: Recallable) => recallable(one),
  run: (context: Context, { reason }, one: Recallable) => recall(context, one, reason),
})
