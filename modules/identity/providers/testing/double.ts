import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWK } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'
import { behaviours, type Behaviour, type Kind } from './kinds.ts'

/** Somebody whom the provider knows. */
export interface DoublePerson { sub: string; acr?: string; amr?: string[]; claims: Record<string, unknown> }

/** What an attacker, or a fault, changes of what the provider answers. */
export interface Faults {
  tokens?: (body: Record<string, unknown>) => Promise<Record<string, unknown>> | Record<string, unknown>
  userinfo?: (body: unknown) => unknown
  /** Answers 503 to all but the browser. */
  down?: boolean
}

/** With a public key the client proves itself by `private_key_jwt`, and not by its secret. */
export interface DoubleClient { clientId: string; clientSecret: string; publicKey?: JWK; redirectUris: string[];
  postLogoutRedirectUris: string[] }

type Algorithm = 'ES256' | 'RS256'

const newKeys = async () => Promise.all((['ES256', 'RS256'] as const).map(async (alg): Promise<JWK> => {
  const { privateKey } = await generateKeyPair(alg, { extractable: true })
  return { ...await exportJWK(privateKey), alg, use: 'sig', kid: `${alg}-${Math.random().toString(36).slice(2)}` }
}))

const configurationOf = (behaviour: Behaviour, client: DoubleClient, people: readonly DoublePerson[], keys: JWK[]): Configuration => {
  const { prefix, routes, claims, acr, clientAuth, signedUserinfo, idTokenAlg, pkce, authTime = false, ttl } = behaviour
  return {
    clients: [{
      client_id: client.clientId, redirect_uris: client.redirectUris, post_logout_redirect_uris: client.postLogoutRedirectUris,
      ...client.publicKey
        ? { token_endpoint_auth_method: 'private_key_jwt' as const, token_endpoint_auth_signing_alg: 'ES256' as const,
          jwks: { keys: [client.publicKey] } }
        : { token_endpoint_auth_method: clientAuth, client_secret: client.clientSecret },
      require_auth_time: authTime, id_token_signed_response_alg: idTokenAlg, response_types: ['code'], grant_types: ['authorization_code'],
      ...signedUserinfo && { userinfo_signed_response_alg: signedUserinfo },
    }],
    jwks: { keys: keys }, routes, claims, acrValues: [...acr], scopes: Object.keys(claims).filter((name) => Array.isArray(claims[name])),
    // On one machine browsers keep the cookies of all ports together: each provider has its own names.
    cookies: { keys: ['double'], names: { session: `session${prefix.replaceAll('/', '-')}-${client.clientId}` } },
      pkce: { required: () => pkce },
    ttl: { AuthorizationCode: ttl.code, AccessToken: ttl.access, IdToken: ttl.idToken, Session: ttl.session, Interaction: 600,
      Grant: ttl.session },
    features: {
      devInteractions: { enabled: false }, claimsParameter: { enabled: true }, jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => {
        ctx.body = `<!doctype html><html lang="fr"><title>Déconnexion</title><meta charset="utf-8"><body><main><h1>Déconnexion</h1>${form}
          <button form="op.logoutForm" name="logout" value="yes">Me déconnecter</button></main>`
      } },
    },
    interactions: { url: (_, { uid }) => `${prefix}/interaction/${uid}` },
    findAccount: (_, sub) => {
      const person = people.find((one) => one.sub === sub)
      return person && { accountId: sub, claims: async () => ({ sub, ...person.claims }) }
    },
    // Consent belongs to the provider's own pages, which a double does not have.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! })
      grant.addOIDCScope(Object.keys(claims).join(' '))
      grant.addOIDCClaims(Object.values(claims).flatMap((names) => Array.isArray(names) ? names as string[] : []))
      await grant.save()
      return grant
    },
  }
}

/** The page on which one chooses who one is; `/interaction/:uid` posted with nobody is somebody who gives up. */
const choicePage = (action: string,
  people: readonly DoublePerson[]) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Connexion</title><body>
  <main><h1>Qui êtes-vous ?</h1><form method="post" action="${action}">${people.map(({ sub, claims }) =>
    `<p><button name="sub" value="${sub}">${String(claims['given_name'])} ${String(claims['family_name'] ?? claims['usual_name'])}</button></p>`).join('')}
  <p><button name="sub" value="">Annuler</button></p></form></main>`

const refusalOf = (behaviour: Behaviour, search: URLSearchParams): string | undefined => {
  const missing = behaviour.required.find((name) => !search.get(name))
  if (missing) return `Y000400 missing ${missing}`
  const unknown = behaviour.only && [...search.keys()].find((name) => !behaviour.only!.includes(name))
  if (unknown) return `Y000400 unknown ${unknown}`
  const short = (['state', 'nonce'] as const).find((name) => search.has(name) && search.get(name)!.length < behaviour.shortest[name])
  return short && `Y000400 short ${short}`
}

/**
 * A local provider that behaves as the real one does: a certified library, configured with its addresses, parameters, errors, lifetimes,
 * claims and signatures. For tests alone: it listens on this machine, and lets anybody be anybody.
 */
export const startDouble = async (kind: Kind, client: DoubleClient, people: DoublePerson[], port = 0) => {
  const behaviour = behaviours[kind]
  const { prefix } = behaviour
  const faults: Faults = {}
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}${prefix}`
  let keys = await newKeys()

  const make = () => {
    const provider = new Provider(issuer, configurationOf(behaviour, client, people, keys))
    provider.proxy = false
    provider.use(async (ctx, next) => {
      if (faults.down && (ctx.path === behaviour.routes!.token || ctx.path === behaviour.routes!.userinfo)) { ctx.status = 503; return }
      await next()
      if (ctx.path === behaviour.routes!.token && ctx.status === 200
        && faults.tokens) ctx.body = await faults.tokens(ctx.body as Record<string, unknown>)
      if (ctx.path === behaviour.routes!.userinfo && ctx.status === 200 && faults.userinfo) ctx.body = await faults.userinfo(ctx.body)
      // Neither of the State's providers says that it takes PKCE.
      if (ctx.path === '/.well-known/openid-configuration' && !behaviour.pkce) delete (ctx.body as Record<string,
        unknown>)['code_challenge_methods_supported']
    })
    return provider
  }
  let provider = make()

  const interact = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const form = request.method === 'POST' ? await text(request) : ''
    if (request.method !== 'POST') return response.setHeader('content-type', 'text/html; charset=utf-8')
      .end(choicePage(prefix + path, people))
    const person = people.find(({ sub }) => sub === new URLSearchParams(form).get('sub'))
    await provider.interactionFinished(request, response, person
      ? { login: { accountId: person.sub, acr: person.acr ?? behaviour.acr[0], amr: person.amr ?? ['pwd'] } }
      : { error: 'access_denied', error_description: 'User auth aborted' })
    return undefined
  }
  const answer = async (request: IncomingMessage & { originalUrl?: string }, response: ServerResponse) => {
    const asked = request.url ?? '/'
    if (asked === '/favicon.ico') return response.writeHead(204).end()
    if (!asked.startsWith(prefix)) return response.writeHead(404).end()
    const url = new URL(asked.slice(prefix.length), issuer)
    if (url.pathname.startsWith('/interaction/')) return interact(request, response, url.pathname)
    const refused = url.pathname === behaviour.routes!.authorization ? refusalOf(behaviour, url.searchParams) : undefined
    if (refused) return response.writeHead(400, { 'content-type': 'text/plain' }).end(refused)
    request.originalUrl = asked
    request.url = asked.slice(prefix.length)
    return provider.callback()(request, response)
  }
  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => { response.writeHead(500).end(String(error)) })
  })

  /** Signs as the provider does, whatever one wants it to have said. */
  const sign = async (claims: Record<string, unknown>, alg: Algorithm = behaviour.idTokenAlg, type?: string) => {
    const key = keys.find((one) => one.alg === alg)!
    return new SignJWT(claims).setProtectedHeader({ alg, kid: key.kid, ...type && { typ: type } }).sign(await importJWK(key, alg))
  }
  /** New keys; those before are not published any more. */
  const rotate = async () => {
    keys = await newKeys()
    provider = make()
  }
  const stop = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { issuer, people, faults, sign, rotate, stop, behaviour }
}

export type Double = Awaited<ReturnType<typeof startDouble>>
