import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'

/** Why something that was brought is left aside, for a report: places and messages of a schema, the code of a refusal, or the message. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  if (error instanceof Refusal) return error.code
  return error instanceof Error ? error.message : String(error)
}
