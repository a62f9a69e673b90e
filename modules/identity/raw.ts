import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { token } from './link.ts'
import { signInByLink } from './operations/sign-in-by-link.ts'
import { signOut } from './operations/sign-out.ts'
import type { Context } from './policy.ts'
import { clearCookie, openSession } from './session.ts'
import { urls } from './web/routes.ts'

/** A new session for this browser, and the redirection that a form expects. */
export const enter = async (context: Context, { request, reply }: Http, personId: string, method: string, to: string) => {
  const browser = { userAgent: request.headers['user-agent'], cookies: request.headers.cookie }
  const { cookie } = await openSession(context, personId, method, browser)
  return reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(to, 303)
}

/** The button of the link's page: uses the link and sets the cookie, which an operation's answer cannot do. */
const openSessionByLink = raw({
  http: 'POST /sign-in/session',
  input: z.object({ token }),
  allow: anyone,
  bodyLimit: 10_000,
  handle: async (context: Context, input, _, http) => {
    let entered
    try {
      entered = await http.run(signInByLink, input)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // The page of the link says why, in words.
      return http.reply.redirect(urls.link(input.token, error.code === 'identity.account-suspended'), 303)
    }
    return enter(context, http, entered.personId, 'email-link', entered.named ? entered.returnTo : urls.welcome(entered.returnTo))
  },
})

/** Closes the session and takes the cookie back. Somebody who is already out is let out again. */
const leave = raw({
  http: 'POST /sign-out',
  input: z.object({}),
  allow: anyone,
  bodyLimit: 10_000,
  handle: async ({ actor }: Context, _, __, http) => {
    if (actor.session) await http.run(signOut, {})
    return http.reply.header('set-cookie', clearCookie).header('cache-control', 'no-store').redirect('/', 303)
  },
})

export const rawRoutes = [openSessionByLink, leave]
