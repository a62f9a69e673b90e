import type { z } from 'zod'
import type { announcement } from './platform.ts'

type Announcement = z.output<typeof announcement['fields']>

const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

/** The announcement if it is to be shown at this instant. */
export const shownAt = ({ text, level, from, to }: Announcement, now: Date): { text: string; level: Announcement['level'] } | undefined => {
  const today = paris.format(now)
  return text && (!from || from <= today) && (!to || today <= to) ? { text, level } : undefined
}
