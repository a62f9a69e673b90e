import { z } from 'zod'

/** Of one table: how many rows each person has, what becomes of those of the absorbed one, how many would be the same twice. */
export const mergeLine = z.object({
  table: z.string(), kept: z.int(), absorbed: z.int(), becomes: z.enum(['repoint', 'drop', 'keep']), twins: z.int(),
})
