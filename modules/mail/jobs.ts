import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { Context } from './policy.ts'
import { CLAIM } from './send.ts'

const nothing = z.object({}).loose()
const ago = (days: number) => sql<string>`now() - make_interval(days => ${days}::int)`

/** Each night: what left more than ninety days ago is nobody's question any more, nor an address that refused it. */
export const pruneMessages = job({
  name: 'mail.prune-messages', payload: nothing, schedule: '41 2 * * *',
  run: async ({ db }: Context) => {
    const { numDeletedRows } = await db.deleteFrom('mail.message').where('at', '<', ago(90)).executeTakeFirstOrThrow()
    await db.deleteFrom('mail.refusing_address').where('at', '<', ago(90)).execute()
    return { messages: Number(numDeletedRows) }
  },
})

/** Every ten minutes: a mail that a process claimed and died with is told as uncertain, were no job to come back to it. */
export const settleClaims = job({
  name: 'mail.settle-claims', payload: nothing, schedule: '*/10 * * * *',
  run: async ({ db, now }: Context) => {
    const { numUpdatedRows } = await db.updateTable('mail.message').set({ state: 'uncertain', error_code: 'stopped' })
      .where('state', '=', 'claimed').where('at', '<', new Date(Date.parse(now) - CLAIM).toISOString()).executeTakeFirstOrThrow()
    return { uncertain: Number(numUpdatedRows) }
  },
})
