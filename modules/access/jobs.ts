import { sql } from 'kysely'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import type { Tables } from './policy.ts'

/** Each night: tokens that have ended, secrets that were replaced, keys that nothing was signed with since. */
export const pruneAccess = job({
  name: 'access.prune', payload: z.object({}).loose(), schedule: '41 2 * * *',
  run: async ({ db }: WorkerContext<Tables>) => {
    const now = sql<string>`now()`
    const [tokens, secrets, keys] = await Promise.all([
      db.deleteFrom('access.token').where('expires_at', '<', now).executeTakeFirstOrThrow(),
      db.deleteFrom('access.client_secret').where('expires_at', '<', now).executeTakeFirstOrThrow(),
      db.deleteFrom('access.signing_key').where('published_until', '<', now).executeTakeFirstOrThrow(),
    ])
    return { tokens: Number(tokens.numDeletedRows), secrets: Number(secrets.numDeletedRows), keys: Number(keys.numDeletedRows) }
  },
})
