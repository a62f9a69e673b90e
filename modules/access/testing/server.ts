import { randomBytes } from 'node:crypto'
import { pino } from 'pino'
import { readConfig } from '#kernel/config.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { operationsOf } from '#kernel/operation/module.ts'
import { configureSecrets, masterKeys } from '#modules/secrets/api.ts'
import type { World } from '#kernel/testing/world.ts'
import { readBearer } from '../bearer.ts'
import { configureAccess, type TrustedIssuer } from '../settings.ts'

export const origin = 'https://sillage.example'

/** The real server of a world, with its API and its raw routes, where programs come with tokens. */
export const startApi = async ({ engine, modules, pools }: World, trustedIssuers: readonly TrustedIssuer[] = []) => {
  configureSecrets(masterKeys(randomBytes(32).toString('base64')), pools.portal)
  configureAccess({ origin, modules, trustedIssuers })
  const config = readConfig({ SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr', SILLAGE_RATE_LIMIT: '100000' })
  const app = await createServer({
    config, log: pino({ level: 'silent' }), sentences: {},
    readActor: async (request) => await readBearer(engine, modules, request.headers.authorization) ?? visitor,
  })
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, modules.flatMap((one) => one.raw))
  return app
}

export type Api = Awaited<ReturnType<typeof startApi>>

export const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

/** Posts a form to one of the addresses of OAuth. */
export const post = (app: Api, url: string, form: Record<string, string>, headers: Record<string, string> = {},
  remoteAddress = '192.0.2.1') => app.inject({
  method: 'POST', url, payload: new URLSearchParams(form).toString(), remoteAddress,
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
})

/** The token of a program. */
export const tokenOf = async (app: Api, { id, secret }: { id: string; secret: string }, scope?: string): Promise<string> => {
  const answer = await post(app, '/oauth/token', { grant_type: 'client_credentials', ...scope && { scope } },
    { authorization: basic(id, secret) })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json<{ access_token: string }>().access_token
}
