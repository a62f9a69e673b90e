import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Config } from '#kernel/config.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import { backOfficeOperationsOf, sentencesOf, type Module } from '#kernel/operation/module.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { readStaff } from '#modules/staff/api.ts'
import { admitting } from './allow.ts'

/** Where the build lies: `own` holds the back office's two files, `pictures` those of pages, `design` the interface kit. */
export interface Places { own: string; pictures: string; design: string }

const A_YEAR = 31_536_000_000
/** What a browser fetches by itself, and what supervises the process: no sign of life of a person. */
const BY_ITSELF = /^\/(gestion|assets|design|health|metrics)(\/|$)/

/** Files whose names change with their content. */
export const mountAssets = async (app: FastifyInstance, { own, pictures, design }: Places) => {
  const options = { preCompressed: true, maxAge: A_YEAR, immutable: true, index: false as const, decorateReply: false }
  await app.register(staticFiles, { root: own, prefix: '/gestion/', ...options })
  await app.register(staticFiles, { root: pictures, prefix: '/assets/', ...options, preCompressed: false })
  await app.register(staticFiles, { root: design, prefix: '/design/', ...options })
  app.get('/robots.txt', (_, reply) => reply.type('text/plain').send('User-agent: *\nDisallow: /\n'))
}

interface Options { config: Config; allow: readonly string[]; log: Logger; engine: Engine; modules: readonly Module[] }

/** The server with all that answers besides pages and files: administrators' operations and nothing else, to admitted addresses and nobody else. */
export const createBackOffice = async ({ config, allow, log, engine, modules }: Options) => {
  const app = await createServer({
    config, log, sentences: sentencesOf(modules), admits: admitting(allow, config.SILLAGE_TRUST_PROXY !== undefined),
    readActor: (request: FastifyRequest) => readStaff(engine.pool, request.headers.cookie, !BY_ITSELF.test(request.url)),
  })
  mountOperations(app, engine, backOfficeOperationsOf(modules))
  mountRaw(app, engine, modules.flatMap((one) => one.backOffice.raw ?? []))
  app.all('/api/*', async () => { throw new Refusal('not-found', {}, 404) })
  return app
}
