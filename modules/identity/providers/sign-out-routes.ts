import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { openIdToken } from '../id-token.ts'
import type { Context } from '../policy.ts'
import { newToken } from '../token.ts'
import { urls } from '../web/routes.ts'
import { browserCookie, browserOfCookies } from './browser-cookie.ts'
import { clientOf } from './client.ts'
import { providerOf, providersConfiguration } from './provider.ts'
import { endSignOut, leaveSignOut, noteSignOut } from './request.ts'
import { providerNamed } from './routes.ts'

/**
 * Before the session goes: keeps what the sign-out at its provider asks for.
 * @returns the page that sends on to the provider and the cookie for it; none for a session that no provider opened.
 */
export const prepareSignOut = async (context: Context, cookies: string | undefined): Promise<{ to: string;
  cookie: string } | undefined> => {
  const session = await context.db.selectFrom('identity.session').select(['id', 'provider', 'id_token'])
    .where('id', '=', context.actor.session?.id ?? null).executeTakeFirst()
  const idToken = session && await openIdToken(session.id_token, 'identity.session', session.id)
  if (!session?.provider || !idToken || !providerOf(session.provider)) return undefined
  const { browser, cookie } = browserCookie(cookies)
  await noteSignOut(context, { provider: session.provider, browser, idToken })
  return { to: urls.signedOut(session.provider), cookie }
}

/** Sends the browser to sign out at the provider too (OpenID Connect RP-Initiated Logout §2): with three parameters, and no other. */
const signOutAtProvider = raw({
  http: 'GET /sign-in/with/:provider/leave',
  input: z.object({ provider: z.string().max(41) }),
  on: providerNamed,
  allow: anyone,
  handle: async (context: Context, _, provider, { request, reply }) => {
    void reply.header('cache-control', 'no-store')
    const [browser, state] = [browserOfCookies(request.headers.cookie), newToken()]
    let address
    try {
      address = (await clientOf(provider)).configuration.serverMetadata().end_session_endpoint
    } catch (error) {
      request.log.warn({ provider: provider.key, err: error }, 'sign-out at a provider failed')
    }
    const idToken = browser && address && request.method === 'GET' ? await leaveSignOut(context, provider, { browser, state }) : undefined
    if (!address || !idToken) return reply.redirect(urls.signedOut(), 303)
    const url = new URL(address)
    url.searchParams.set('id_token_hint', idToken)
    url.searchParams.set('state', state)
    url.searchParams.set('post_logout_redirect_uri', providersConfiguration().origin + urls.providerLeft(provider.key))
    return reply.redirect(url.href, 303)
  },
})

/** Where the provider sends the browser back once its own session is closed. */
const signedOutAtProvider = raw({
  http: 'GET /sign-in/with/:provider/left',
  input: z.object({ provider: z.string().max(41), state: z.string().max(100).optional() }),
  on: providerNamed,
  allow: anyone,
  handle: async (context: Context, { state }, provider, { request, reply }) => {
    const browser = browserOfCookies(request.headers.cookie)
    // Both sessions are closed whatever is sent back: the state only takes away what was kept.
    if (browser && state) await endSignOut(context, provider, { browser, state })
    return reply.header('cache-control', 'no-store').redirect(urls.signedOut(), 303)
  },
})

export const signOutRoutes = [signOutAtProvider, signedOutAtProvider]
