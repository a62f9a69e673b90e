import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import type { Context } from '../policy.ts'
import { clearCookie, openSession } from '../session.ts'
import { urls } from '../web/routes.ts'
import { endImpersonation } from './end-impersonation.ts'
import { startActing } from './start-acting.ts'

/** The button of the link's page: opens the session in the person's place. */
const act = raw({
  http: 'POST /acting/session',
  input: z.object({ token }),
  allow: anyone,
  bodyLimit: 10_000,
  handle: async (context: Context, input, _, http) => {
    const { request, reply } = http
    let started
    try {
      started = await http.run(startActing, input)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // The page of the link says that it opens nothing any more.
      return reply.redirect(urls.act(input.token), 303)
    }
    const { personId, ...acting } = started
    const browser = { userAgent: request.headers['user-agent'], cookies: request.headers.cookie }
    const { cookie } = await openSession(context, personId, 'acting', browser, {}, acting)
    return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect('/', 303)
  },
})

/** "Stop", in the banner of every page: ends the consent, closes the session and takes the cookie back. */
const stop = raw({
  http: 'POST /acting/stop',
  input: z.object({}),
  allow: anyone,
  bodyLimit: 10_000,
  handle: async ({ db, actor }: Context, _, __, http) => {
    const session = actor.by && actor.session
      ? await db.selectFrom('identity.session').select('impersonation_id').where('id', '=', actor.session.id).executeTakeFirst() : undefined
    if (!session?.impersonation_id) return http.reply.redirect('/', 303)
    await http.run(endImpersonation, { impersonationId: session.impersonation_id })
    return http.reply.header('set-cookie', clearCookie).header('cache-control', 'no-store').redirect('/', 303)
  },
})

export const actingRoutes = [act, stop]
