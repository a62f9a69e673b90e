import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { enter } from './enter.ts'
import { token } from './link.ts'
import { signInByLink } from './operations/sign-in-by-link.ts'
import { signOut } from './operations/sign-out.ts'
import type { Context } from './policy.ts'
import { prepareSignOut } from './providers/sign-out-routes.ts'
import { clearCookie } from './session.ts'
import { urls } from './web/routes.ts'

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
      const states: Record<string, 'suspended' | 'closed'> = { 'identity.account-suspended': 'suspended',
        'identity.sign-up-closed': 'closed' }
      return http.reply.redirect(urls.link(input.token, states[error.code]), 303)
    }
    return enter(context, http, entered.personId, 'email-link', entered.named ? entered.returnTo : urls.welcome(entered.returnTo))
  },
})

/**
 * Closes the session and takes the cookie back; the one of the provider that opened it is closed from the page that follows. Somebody who
 * is already out is let out again.
 */
const leave = raw({
  http: 'POST /sign-out',
  input: z.object({}),
  allow: anyone,
  bodyLimit: 10_000,
  handle: async (context: Context, _, __, http) => {
    const provider = await prepareSignOut(context, http.request.headers.cookie)
    if (context.actor.session) await http.run(signOut, {})
    if (provider) void http.reply.header('set-cookie', provider.cookie)
    return http.reply.header('set-cookie', clearCookie).header('cache-control', 'no-store').redirect(provider?.to ?? '/', 303)
  },
})

export const rawRoutes = [openSessionByLink, leave]
