import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { acceptImpersonation } from './accept-impersonation.ts'
import { endImpersonation } from './end-impersonation.ts'
import { aboutMe } from './mine.ts'
import { refuseImpersonation } from './refuse-impersonation.ts'
import { stateOf } from './state.ts'

/** Who asked to act in one's place, why, and what became of it. */
export const listMyImpersonations = query({
  http: 'GET /me/impersonations',
  input: z.object({}),
  output: z.object({ impersonations: z.array(z.object({
    id: z.uuid(), by: z.string().nullable(), reason: z.string(), askedAt: z.string(), expiresAt: z.string(),
    state: z.enum(['asked', 'refused', 'lapsed', 'accepted', 'ended']),
  })) }),
  allow: signedIn,
  can: { acceptImpersonation, refuseImpersonation, endImpersonation },
  run: async (context: Context) => {
    const rows = await aboutMe(context).leftJoin('identity.card as card', 'card.id', 'impersonation.by_person_id').selectAll('impersonation')
      .select('card.name as by').orderBy('impersonation.asked_at', 'desc').limit(50).execute()
    return { impersonations: rows.map((row) => ({
      id: row.id, by: row.by, reason: row.reason, askedAt: row.asked_at, expiresAt: row.expires_at, state: stateOf(row, context.now),
    })) }
  },
})
