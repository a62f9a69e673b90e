import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { administrator, type Context } from '../../policy.ts'
import { endStaffSession } from './end-staff-session.ts'

/** The open sessions of all administrators, this one first: any of them may close one. */
export const listStaffSessions = query({
  http: 'GET /back-office/sessions',
  input: z.object({}),
  output: z.object({
    sessions: z.array(z.object({
      id: z.uuid(), personName: z.string().nullable(), browser: z.string().nullable(), method: z.string(), factor: z.string().nullable(),
      signedInAt: z.string(), lastSeenAt: z.string(), isThisOne: z.boolean(),
    })),
  }),
  allow: administrator,
  can: { endStaffSession },
  run: async ({ db, actor, now }: Context) => {
    const sessions = await db.selectFrom('staff.session as session').innerJoin('identity.card as card', 'card.id', 'session.person_id')
      .selectAll('session').select('card.name as person_name').where('session.expires_at', '>', now)
      .orderBy('session.last_seen_at', 'desc').limit(200).execute()
    return {
      sessions: sessions.map((one) => ({
        id: one.id, personName: one.person_name, browser: one.browser, method: one.method, factor: one.factor, signedInAt: one.signed_in_at,
        lastSeenAt: one.last_seen_at, isThisOne: one.id === actor.session?.id,
      })).toSorted((a, b) => Number(b.isThisOne) - Number(a.isThisOne)),
    }
  },
})
