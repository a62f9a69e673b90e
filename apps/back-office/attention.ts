import type { z } from 'zod'
import type { Operation } from '#kernel/operation/operation.ts'
import { waiting } from '#modules/moderation/web/back-office/waiting.ts'
import { problems } from '#modules/supervision/web/back-office/problems.ts'

/**
 * Something of a module that may need an administrator: its query answers how many, the home page says it and leads there. A module that offers
 * one is added to the list below.
 */
export interface Attention {
  query: Operation<any, z.ZodType<{ count: number }>> & { kind: 'query' }
  says: (count: number) => string
  href: string
}

export const attention: readonly Attention[] = [waiting, problems]
