import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { enter } from '../enter.ts'
import { openIdToken } from '../id-token.ts'
import { token } from '../link.ts'
import { joinApart } from '../operations/join-apart.ts'
import { signInByProvider } from '../operations/sign-in-by-provider.ts'
import type { Context } from '../policy.ts'
import { proveByProvider } from '../proof/prove-by-provider.ts'
import { renew } from '../proof/routes.ts'
import { pathOr } from '../return-to.ts'
import { newToken } from '../token.ts'
import { urls } from '../web/routes.ts'
import { authorizationOf } from './authorize.ts'
import { browserCookie, browserOfCookies } from './browser-cookie.ts'
import { keepProposal, proposalOf } from './proposal.ts'
import { providerOf, providersConfiguration, type Provider } from './provider.ts'
import { noteRequest, takeRequest } from './request.ts'
import { clearTicket, ticketCookie } from './ticket-cookie.ts'
import { ProviderFailure, verify, type Verified } from './verify.ts'

const key = z.string().max(41)

/** A provider of the settings. @throws Refusal 404 for any other. */
export const providerNamed = async (_: Context, { provider }: { provider: string }): Promise<Provider | undefined> => providerOf(provider)

/** Known to the provider, to the letter. */
export const callbackOf = ({ key: name }: Provider): string => providersConfiguration().origin + urls.providerCallback(name)

const away = ({ reply }: Http, to: string) => reply.header('cache-control', 'no-store').redirect(to, 303)

/** The logs say which check failed, never what the provider said of the person. */
const failed = (http: Http, provider: Provider, error: unknown, returnTo: string) => {
  const failure = error instanceof ProviderFailure ? error.failure : 'unavailable'
  http.request.log.warn({ provider: provider.key, failure, err: error }, 'sign-in by a provider failed')
  return away(http, urls.signInFailed(failure, provider.key, returnTo))
}

/**
 * Sends the browser to the provider, to sign in or to link an identity. A link and not a form, whose redirection the pages' policy would
 * stop; it changes nothing of the account: linking is confirmed afterwards.
 */
const leaveForProvider = raw({
  http: 'GET /sign-in/with/:provider',
  input: z.object({ provider: key, returnTo: z.string().optional(), purpose: z.enum(['sign-in', 'link', 'prove']).default('sign-in') }),
  on: providerNamed,
  allow: anyone,
  handle: async (context: Context, input, provider, http) => {
    const returnTo = pathOr(input.returnTo)
    const back = input.purpose === 'link' ? urls.identities() : returnTo
    if (input.purpose !== 'sign-in' && !context.actor.id) return away(http, urls.signIn(back))
    const { browser, cookie } = browserCookie(http.request.headers.cookie)
    const [state, nonce] = [newToken(), newToken()]
    let leaving
    try {
      leaving = await authorizationOf(provider, { redirectUri: callbackOf(provider), state, nonce, again: input.purpose === 'prove' })
    } catch (error) {
      return failed(http, provider, error, returnTo)
    }
    await noteRequest(context, provider, { purpose: input.purpose, browser, returnTo, nonce, state, codeVerifier: leaving.codeVerifier })
    void http.reply.header('set-cookie', cookie)
    return away(http, leaving.url.href)
  },
})

const proofOf = (provider: Provider, { acr, amr, idToken }: Pick<Verified, 'acr' | 'amr' | 'idToken'>) => ({ acr, amr,
  provider: provider.key, idToken })

/** Why nobody comes in though the provider vouches for them, by code of refusal. */
const REASONS: Readonly<Record<string, string>> = { 'identity.account-suspended': 'suspended', 'identity.sign-up-closed': 'closed' }

const enterVerified = async (context: Context, http: Http, provider: Provider, who: Verified, returnTo: string) => {
  const ticket = await keepProposal(context, provider, who, { personId: null, returnTo })
  let outcome
  try {
    outcome = await http.run(signInByProvider, { ticket })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return away(http, urls.signInFailed(REASONS[error.code] ?? 'lost', provider.key, returnTo))
  }
  if (outcome.personId === null) {
    void http.reply.header('set-cookie', ticketCookie(ticket))
    return away(http, urls.proposal())
  }
  return enter(context, http, outcome.personId, 'provider', outcome.named ? returnTo : urls.welcome(returnTo), proofOf(provider, who))
}

/** The page of the proof says why, in words; who gives up is back on it. */
const notProved = (http: Http, provider: Provider, error: unknown, returnTo: string) => {
  const isCancelled = error instanceof ProviderFailure && error.failure === 'cancelled'
  if (!isCancelled) http.request.log.warn({ provider: provider.key, err: error }, 'proof by a provider failed')
  return away(http, urls.proof(returnTo, isCancelled ? undefined : 'service'))
}

const renewVerified = async (context: Context, http: Http, provider: Provider, who: Verified, returnTo: string) => {
  const ticket = await keepProposal(context, provider, who, { personId: context.actor.id!, returnTo })
  try {
    await http.run(proveByProvider, { ticket })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return away(http, urls.proof(returnTo, 'autre'))
  }
  return renew(context, http, returnTo, who)
}

/** Where the provider sends the browser back, with a code or an error (OpenID Connect Core §3.1.2.5). */
const comeBackFromProvider = raw({
  http: 'GET /sign-in/with/:provider/callback',
  input: z.object({ provider: key }),
  on: providerNamed,
  allow: anyone,
  handle: async (context: Context, _, provider, http) => {
    const search = new URL(http.request.url, 'http://localhost').searchParams
    const [browser, state] = [browserOfCookies(http.request.headers.cookie), search.get('state')]
    const taken = browser && state && http.request.method === 'GET' ? await takeRequest(context, provider, { browser, state }) : undefined
    if (!taken || !state || taken.purpose !== 'sign-in' && taken.person_id !== context.actor.id) return away(http, urls.signInFailed('lost',
      provider.key))
    const returnTo = pathOr(taken.return_to)
    let who
    try {
      who = await verify(provider, search, {
        redirectUri: callbackOf(provider), state, nonce: taken.nonce ?? '', codeVerifier: taken.code_verifier ?? undefined,
        since: taken.purpose === 'prove' ? taken.created_at : undefined,
      })
    } catch (error) {
      if (taken.purpose === 'prove') return notProved(http, provider, error, returnTo)
      if (!(error instanceof ProviderFailure) || error.failure !== 'cancelled') return failed(http, provider, error, returnTo)
      // Who gives up has made no mistake: they are back where they chose.
      return away(http, taken.purpose === 'link' ? urls.identities() : urls.signIn(returnTo))
    }
    if (taken.purpose === 'prove') return renewVerified(context, http, provider, who, returnTo)
    if (taken.purpose === 'sign-in') return enterVerified(context, http, provider, who, returnTo)
    const ticket = await keepProposal(context, provider, who, { personId: taken.person_id, returnTo: urls.identities() })
    void http.reply.header('set-cookie', ticketCookie(ticket))
    return away(http, urls.proposal())
  },
})

/** The button of the proposal's page that refuses it: an account apart, and its session. */
const enterApart = raw({
  http: 'POST /sign-in/apart',
  input: z.object({ ticket: token }),
  allow: anyone,
  bodyLimit: 10_000,
  handle: async (context: Context, { ticket }, _, http) => {
    const kept = await proposalOf(context, ticket).executeTakeFirst()
    const provider = kept && providerOf(kept.provider)
    if (!kept || !provider) return away(http, urls.signInFailed('lost'))
    let joined
    try {
      joined = await http.run(joinApart, { ticket })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return away(http, urls.signInFailed(REASONS[error.code] ?? 'lost', provider.key))
    }
    void http.reply.header('set-cookie', clearTicket)
    const idToken = await openIdToken(kept.id_token, 'identity.proposal', kept.id)
    const proof = { acr: kept.acr ?? undefined, amr: kept.amr, provider: provider.key, idToken }
    return enter(context, http, joined.personId, 'provider', joined.named ? joined.returnTo : urls.welcome(joined.returnTo), proof)
  },
})

export const providerRoutes = [leaveForProvider, comeBackFromProvider, enterApart]
