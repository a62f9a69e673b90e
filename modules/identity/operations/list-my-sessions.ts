import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { mySessions, type Context } from '../policy.ts'
import { endSession } from './end-session.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'

/** Where one is signed in: the session that asks first, then the last seen. */
export const listMySessions = query({
  http: 'GET /me/sessions',
  input: z.object({}),
  output: z.object({ sessions: z.array(z.object({
    id: z.uuid(), browser: z.string().nullable(), method: z.string(), provider: z.string().nullable(), signedInAt: z.string(), lastSeenAt: z.string(),
    isThisOne: z.boolean(),
  })) }),
  allow: signedIn,
  can: { endSession, signOutEverywhere },
  run: async (context: Context) => {
    const rows = await mySessions(context).selectAll().orderBy('last_seen_at', 'desc').execute()
    const sessions = rows.map((row) => ({
      id: row.id, browser: row.browser, method: row.method, provider: row.provider, signedInAt: row.signed_in_at, lastSeenAt: row.last_seen_at,
      isThisOne: row.id === context.actor.session?.id,
    }))
    return { sessions: sessions.toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne)) }
  },
})
