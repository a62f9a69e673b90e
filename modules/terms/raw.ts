import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { FLASH } from '#kernel/page/accepts.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { isPath } from '#modules/identity/api.ts'
import { acceptTerms } from './operations/accept-terms.ts'
import type { Context } from './policy.ts'

/**
 * The button of the page that asks. The body holds the form that was on its way, if one was: the browser sends it again, whole, to the page
 * it was for (307, RFC 9110 §15.4.8). Where nothing could be accepted (the session has ended, newer terms came) that page says so, and
 * keeps what was typed.
 */
const accept = raw({
  http: 'POST /conditions-d-utilisation/accord',
  input: z.object({ number: z.int(), suite: z.string().max(4000).refine(isPath).default('/') }),
  allow: anyone,
  handle: async (context: Context, { number, suite }, _, { request, reply, run }) => {
    const goesOn = typeof request.body === 'object' && request.body !== null && '_command' in request.body
    if (context.actor.id) {
      try {
        await run(acceptTerms, { number })
        // The form that goes on says by itself what it has done.
        if (!goesOn) void reply.header('set-cookie', `${FLASH}=${acceptTerms.name}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly`)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
    }
    return reply.header('cache-control', 'no-store').redirect(suite, goesOn ? 307 : 303)
  },
})

export const rawRoutes = [accept]
