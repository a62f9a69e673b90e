import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { authorizationOf, newToken, pathOr, providerOf, ProviderFailure, verify, type Provider } from '#modules/identity/api.ts'
import { configured } from './configuration.ts'
import { signInByProConnect } from './operations/back-office/sign-in-by-proconnect.ts'
import { staffSignedIn } from './signed-in.ts'
import type { Context } from './policy.ts'
import { opened, sealedFor } from './ticket.ts'
import { urls } from './web/back-office/routes.ts'

/** Who leaves for ProConnect is the one who comes back: sealed, of this host alone, and sent along when ProConnect sends the browser back. */
const COOKIE = '__Host-sillage-gestion-way'
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax'
/** How long one may stay there. In milliseconds. */
const STAYS = 20 * 60_000

const way = z.object({ state: z.string(), nonce: z.string(), codeVerifier: z.string().optional(), returnTo: z.string() })

const wayOf = (cookies: string | undefined, now: string) => {
  const text = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)(?:;|$)`).exec(cookies ?? '')?.[1]
  return text === undefined ? undefined : opened('way', text, way, now)
}

const away = ({ reply }: Http, to: string, cookie: string) => reply.header('set-cookie', cookie).header('cache-control', 'no-store').redirect(to, 303)
const clear = `${COOKIE}=; Max-Age=0; ${attributes}`

const callback = () => `${configured().origin}${urls.proConnectCallback()}`

/** The logs say which check failed, never what ProConnect said of the person. */
const failed = (http: Http, error: unknown, returnTo: string) => {
  const failure = error instanceof ProviderFailure ? error.failure : 'unavailable'
  http.request.log.warn({ failure, err: error }, 'sign-in by ProConnect failed')
  return away(http, urls.signIn(returnTo, `provider-${failure}`), clear)
}

const proConnect = async (): Promise<Provider | undefined> => providerOf('proconnect')

/** Sends the browser to ProConnect. A link and not a form, whose redirection the pages' policy would stop. */
export const leaveForProConnect = raw({
  http: 'GET /back-office/proconnect', input: z.object({ returnTo: z.string().optional() }), on: proConnect, allow: anyone,
  handle: async (context: Context, input, provider, http) => {
    const returnTo = pathOr(input.returnTo)
    const [state, nonce] = [newToken(), newToken()]
    try {
      const { url, codeVerifier } = await authorizationOf(provider, { redirectUri: callback(), state, nonce })
      const kept = sealedFor('way', { state, nonce, codeVerifier, returnTo }, context.now, STAYS)
      return await away(http, url.href, `${COOKIE}=${kept}; Max-Age=${STAYS / 1000}; ${attributes}`)
    } catch (error) {
      return failed(http, error, returnTo)
    }
  },
})

/** Where ProConnect sends the browser back: what it says is verified whole, and is the first of the two factors. */
export const comeBackFromProConnect = raw({
  http: 'GET /back-office/proconnect/callback', input: z.object({}), on: proConnect, allow: anyone,
  handle: async (context: Context, _, provider, http) => {
    const search = new URL(http.request.url, 'http://localhost').searchParams
    const kept = wayOf(http.request.headers.cookie, context.now)
    if (!kept || search.get('state') !== kept.state || http.request.method !== 'GET') return away(http, urls.signIn('/', 'provider-refused'), clear)
    const returnTo = pathOr(kept.returnTo)
    try {
      const { issuer, subject } = await verify(provider, search, { redirectUri: callback(), ...kept })
      const { personId } = await http.run(signInByProConnect, { ticket: sealedFor('ticket', { issuer, subject }, context.now, 60_000) })
      return await staffSignedIn(context, http, personId, 'proconnect', returnTo, [clear])
    } catch (error) {
      if (error instanceof Refusal) return away(http, urls.signIn(returnTo, error.code.replace(/^staff\./, '')), clear)
      return failed(http, error, returnTo)
    }
  },
})
