import type { z } from 'zod'
import { dateIn } from '#kernel/date.ts'
import type { announcement } from './platform.ts'

type Announcement = z.output<typeof announcement['fields']>

/** The announcement if it is to be shown at this instant. */
export const shownAt = ({ text, level, from, to }: Announcement, now: Date): { text: string; level: Announcement['level'] } | undefined => {
  const today = dateIn(now)
  return text && (!from || from <= today) && (!to || today <= to) ? { text, level } : undefined
}
