import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

const data = z.object({ announcementId: z.uuid() })
const subject = ({ announcementId }: { announcementId: string }) => `announcement:${announcementId}`

/** It is to be told, now or at its time. */
export const announcementPublished = fact({ name: 'announcements.published', data, subject })
/** It is not to be seen any more, anywhere. */
export const announcementRecalled = fact({ name: 'announcements.recalled', data, subject })
