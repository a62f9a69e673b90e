import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { mySessions, type Context } from './policy.ts'
import { idleSeconds } from './session-limits.ts'

/** In seconds, until the session ends if nobody comes; 0 for who is not signed in any more. `personId` tells that somebody else came in. */
const answer = async (context: Context, { reply }: Http) => {
  const { actor, now } = context
  const session = actor.session && await mySessions(context).select(['session.last_seen_at', 'session.expires_at'])
    .where('session.id', '=', actor.session.id).executeTakeFirst()
  void reply.header('cache-control', 'no-store')
  if (!session) return { secondsLeft: 0, personId: null }
  const unused = Date.parse(session.last_seen_at) + idleSeconds(actor.grants) * 1000
  const secondsLeft = Math.max(0, Math.floor((Math.min(unused, Date.parse(session.expires_at)) - Date.parse(now)) / 1000))
  return { secondsLeft, personId: actor.id }
}

/** How long is left. Asked by the page by itself, so that asking keeps nothing awake. */
const sessionLeft = raw({
  http: 'GET /session/left', input: z.object({}), allow: anyone, background: true,
  handle: (context: Context, _, __, http) => answer(context, http),
})

/** The person wants to stay. */
const sessionStay = raw({
  http: 'POST /session/stay', input: z.object({}), allow: anyone, bodyLimit: 1000,
  handle: async (context: Context, _, __, http) => {
    const { db, actor, now } = context
    if (actor.session) await db.updateTable('identity.session').set({ last_seen_at: now }).where('id', '=', actor.session.id).execute()
    return answer(context, http)
  },
})

export const sessionRoutes = [sessionLeft, sessionStay]
