import { z } from 'zod'
import { fr } from './web/fr.ts'

const times = z.int().min(0).max(100_000)

/** How often one person may: in ten minutes and in 24 hours, and less while their account is new. */
export const limitFields = z.object({
  burst: times, day: times, newAccountHours: z.int().min(0).max(8760), newBurst: times, newDay: times, staffTimes: z.int().min(1).max(100),
})
export type Limit = z.output<typeof limitFields>
export const limitWords = fr.limits.words
