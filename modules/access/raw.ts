import { decodeJwt } from 'jose'
import { sql } from 'kysely'
import { z } from 'zod'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { authenticate, credentialsOf, failed } from './client-authentication.ts'
import { issueToken, type Client } from './issue.ts'
import { publicKeys } from './keys.ts'
import type { Context } from './policy.ts'
import { includes, scopesOf } from './scope.ts'
import { accessSettings, audienceOf } from './settings.ts'
import { LIFE } from './verify-token.ts'

/** Errors of RFC 6749 §5.2: their own form, that libraries know, and not problem details. */
const refuse = ({ reply }: Http, error: string, status = 400, description?: string) =>
  reply.code(status).header('cache-control', 'no-store').send({ error, ...description && { error_description: description } })

const bodyOf = ({ request }: Http): Readonly<Record<string, unknown>> =>
  typeof request.body === 'object' && request.body !== null ? request.body as Record<string, unknown> : {}

/** The program that calls, or the refusal already sent. */
const caller = async ({ db }: Context, http: Http): Promise<Client | undefined> => {
  const { request, reply } = http
  const credentials = credentialsOf(request.headers.authorization, bodyOf(http))
  if (credentials === 'several') return void await refuse(http, 'invalid_request', 400, 'One way of client authentication, not two')
  const client = credentials && await authenticate(db, credentials)
  if (client) return client
  const seconds = credentials && failed(credentials.id, request.ip)
  void reply.header('www-authenticate', 'Basic realm="Sillage"')
  if (seconds === undefined) return void await refuse(http, 'invalid_client', 401)
  void reply.header('retry-after', seconds)
  return void await refuse(http, 'invalid_client', 429, 'Too many wrong secrets: wait before another try')
}

/** Client credentials (RFC 6749 §4.4): a token of ten minutes, for the scopes asked, or for all those of the client. */
const token = raw({
  http: 'POST /oauth/token', input: z.object({}), allow: anyone, proof: 'token', bodyLimit: 10_000,
  handle: async (context: Context, _, __, http) => {
    const client = await caller(context, http)
    if (!client) return http.reply
    const { grant_type: grant, scope } = bodyOf(http)
    if (typeof grant !== 'string') return refuse(http, 'invalid_request', 400, 'grant_type is missing')
    if (grant !== 'client_credentials') return refuse(http, 'unsupported_grant_type')
    const asked = typeof scope === 'string' && scope.trim() ? scopesOf(scope) : client.scopes
    if (!asked.every((one) => includes(client.scopes, one))) return refuse(http, 'invalid_scope')
    const access_token = await issueToken(context.db, client, asked)
    return http.reply.header('cache-control', 'no-store').send({ access_token, token_type: 'Bearer', expires_in: LIFE,
      scope: asked.join(' ') })
  },
})

const identifierOf = (text: unknown): string | undefined => {
  try {
    return typeof text === 'string' ? decodeJwt(text).jti : undefined
  } catch {
    return undefined
  }
}

/** A program gives back a token of its own (RFC 7009). What is not its own, or no token at all, is answered the same. */
const revoke = raw({
  http: 'POST /oauth/revoke', input: z.object({}), allow: anyone, proof: 'token', bodyLimit: 10_000,
  handle: async (context: Context, _, __, http) => {
    const client = await caller(context, http)
    if (!client) return http.reply
    const text = bodyOf(http)['token']
    if (typeof text !== 'string') return refuse(http, 'invalid_request', 400, 'token is missing')
    const jti = z.uuid().safeParse(identifierOf(text))
    if (jti.success) {
      await context.db.updateTable('access.token').set({ revoked_at: context.now })
        .where('jti', '=', jti.data).where('client_id', '=', client.id).where('revoked_at', 'is', null).execute()
    }
    return http.reply.code(200).header('cache-control', 'no-store').send({})
  },
})

/** Tokens revoked before their end, each until that end: who checks offline reads it beside the keys. */
const revoked = raw({
  http: 'GET /oauth/revoked', input: z.object({}), allow: anyone, background: true,
  handle: async ({ db, now }: Context, _, __, { reply }) => {
    const rows = await db.selectFrom('access.token').select(['jti', 'expires_at']).where('revoked_at', 'is not', null)
      .where('expires_at', '>', sql<string>`now()`).orderBy('expires_at').execute()
    return reply.header('cache-control', 'public, max-age=15')
      .send({ at: now, revoked: rows.map(({ jti, expires_at }) => ({ jti, exp: Math.ceil(Date.parse(expires_at) / 1000) })) })
  },
})

const keys = raw({
  http: 'GET /.well-known/jwks.json', input: z.object({}), allow: anyone, background: true,
  handle: async ({ db }: Context, _, __, { reply }) =>
    reply.type('application/jwk-set+json').header('cache-control', 'public, max-age=600').send(JSON.stringify(await publicKeys(db))),
})

/** What a library needs to know (RFC 8414), and where revocations are published, which has no name in the registry. */
const metadata = raw({
  http: 'GET /.well-known/oauth-authorization-server', input: z.object({}), allow: anyone, background: true,
  handle: async (_: Context, __, ___, { reply }) => {
    const { origin, modules } = accessSettings()
    const methods = ['client_secret_basic', 'client_secret_post']
    return reply.header('cache-control', 'public, max-age=600').send({
      issuer: origin, token_endpoint: `${origin}/oauth/token`, token_endpoint_auth_methods_supported: methods,
      revocation_endpoint: `${origin}/oauth/revoke`, revocation_endpoint_auth_methods_supported: methods,
      jwks_uri: `${origin}/.well-known/jwks.json`, response_types_supported: [], grant_types_supported: ['client_credentials'],
      scopes_supported: modules.filter((one) => Object.keys(one.operations).length).flatMap(({ name }) => [`${name}:read`,
        `${name}:write`]),
      resource: audienceOf(origin), revocation_list_uri: `${origin}/oauth/revoked`,
    })
  },
})

export const rawRoutes = [token, revoke, revoked, keys, metadata]
