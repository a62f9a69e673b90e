import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

/** Somebody, administrator or not, asked for a link to enter the back office. */
export const staffLinkRequested = fact({
  name: 'staff.link-requested', data: z.object({ linkId: z.uuid() }), subject: ({ linkId }) => `staff-link:${linkId}`, days: 1,
})
