import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { staffLinkRequested } from './events.ts'
import { sendStaffLink } from './jobs.ts'

export const mailStaffLink = reaction({
  name: 'staff.mail-link',
  to: staffLinkRequested,
  run: (context: WorkerContext, { linkId }) => context.enqueue(sendStaffLink, { linkId }, { key: `staff-link:${linkId}` }),
})
