import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { retryDelivery } from './retry-delivery.ts'

const MOST = 100

/** Facts that a reaction could not take yet, those that failed most first: each holds back the next facts of its subject. */
export const listDeliveries = query({
  http: 'GET /back-office/deliveries',
  input: z.object({}),
  output: z.object({
    waiting: z.int(), failing: z.int(),
    deliveries: z.array(z.object({
      factId: z.uuid(), fact: z.string(), reaction: z.string(), subject: z.string(), attempts: z.int(), error: z.string().nullable(),
      recordedAt: z.string(), dueAt: z.string(),
    })),
  }),
  allow: holds('administrator'),
  can: { retryDelivery },
  run: async ({ db }: Context) => {
    const counts = await db.selectFrom('kernel.delivery')
      .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.countAll<number>().filterWhere('attempts', '>', 0).as('failing')])
      .executeTakeFirstOrThrow()
    const rows = await db.selectFrom('kernel.delivery as delivery').innerJoin('kernel.fact as fact', 'fact.id', 'delivery.fact_id')
      .select(['delivery.fact_id', 'fact.name', 'delivery.reaction', 'delivery.subject', 'delivery.attempts', 'delivery.error'])
      .select(['fact.recorded_at', 'delivery.due_at'])
      .where('delivery.attempts', '>', 0).orderBy('delivery.attempts', 'desc').orderBy('delivery.fact_id').limit(MOST).execute()
    return {
      ...counts,
      deliveries: rows.map((row) => ({
        factId: row.fact_id, fact: row.name, reaction: row.reaction, subject: row.subject, attempts: row.attempts, error: row.error,
        recordedAt: row.recorded_at, dueAt: row.due_at,
      })),
    }
  },
})
