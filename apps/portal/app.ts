import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as build from 'virtual:react-router/server-build'
import type { DesignManifest } from '#design/css/build.ts'
import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { listen, notifier } from '#kernel/fact/wake.ts'
import { mountHealth } from '#kernel/http/health.ts'
import { createLog } from '#kernel/http/log.ts'
import { createMetrics, mountMetrics } from '#kernel/http/metrics.ts'
import { callOf, mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { openApi } from '#kernel/http/openapi.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { operationsOf, portsOf, sentencesOf, type Module } from '#kernel/operation/module.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { createPageCache } from '#kernel/page/cache.ts'
import { mountPages } from '#kernel/page/handler.ts'
import { configureStorage, receive } from '#modules/files/api.ts'
import { readSession } from '#modules/identity/api.ts'
import { urls as identityUrls } from '#modules/identity/web/routes.ts'
import { fr } from './fr.ts'
import { modulesOf } from './modules.ts'
import { menuOf, siteOf } from './frame.ts'
import { portalCall } from './portal-call.ts'
import { storageOf } from './storage.ts'

/** Where this build lies: the client's files beside it, the design's one folder higher. */
interface Places { client: string; design: string }
interface Options { config: Config; url: string; places: Places; version: string; committed?: () => void }

const A_YEAR = 31_536_000_000

/** Files whose names change with their content: kept for ever by browsers, sent compressed as they were built. */
const mountAssets = async (app: FastifyInstance, { client, design }: Places) => {
  const options = { preCompressed: true, maxAge: A_YEAR, immutable: true, index: false as const, decorateReply: false }
  await app.register(staticFiles, { root: join(client, 'assets'), prefix: '/assets/', ...options })
  await app.register(staticFiles, { root: design, prefix: '/design/', ...options })
  const worker = await readFile(join(design, 'sw.js'))
  // A worker obeys the policy of its own file: this one fetches the page that it keeps.
  const policy = "default-src 'none'; connect-src 'self'"
  app.get('/sw.js', (_, reply) => reply.type('text/javascript').header('cache-control', 'no-cache').header('content-security-policy', policy).send(worker))
  app.get('/robots.txt', (_, reply) => reply.type('text/plain').send('User-agent: *\nDisallow: /connexion\nDisallow: /mon-compte\n'))
}

/** Starts the public web app on its port. `committed` runs after each command, to wake a worker of the same process. */
export const startPortal = async ({ config, url, places, version, committed }: Options) => {
  const log = createLog(config.LOG_LEVEL)
  const pool = connect(url, config.DATABASE_POOL, 'sillage-portal')
  const more: Module[] = []
  if (__DEMONSTRATION__ && config.demonstration) {
    const { configureDemonstration, demo } = await import('#demo/module.ts')
    configureDemonstration({ mailbox: join(config.SILLAGE_DATA, 'mailbox'), origin: config.origin })
    more.push(demo)
  }
  const modules = modulesOf(process.env['SILLAGE_MODULES'], more)
  configureStorage(storageOf(config))

  const cache = createPageCache()
  const metrics = createMetrics(pool)
  const tell = notifier(pool, (error) => log.warn({ err: error }, 'other processes could not be told'))
  const engine = createEngine(pool, portsOf(modules, {
    time: metrics.time,
    committed: (_, facts) => {
      cache.changed()
      tell('public')
      if (facts) tell('facts')
      if (facts) committed?.()
    },
  }))
  const listener = listen(url, ['public'], cache.resume, cache.pause)

  const sentences = sentencesOf(modules)
  const readActor = async (request: FastifyRequest) => await readSession(pool, modules, request.headers.cookie) ?? visitor
  const app = await createServer({ config, log, readActor, sentences })
  let stopping = false
  mountHealth(app, pool, () => stopping)
  mountMetrics(app, metrics, config.SILLAGE_METRICS_TOKEN)
  await mountAssets(app, places)
  const document = openApi(modules, { title: config.SILLAGE_NAME, version, origin: config.origin })
  app.get('/api/openapi.json', (_, reply) => reply.send(document))
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, modules.flatMap((one) => one.raw))
  app.all('/api/*', async () => { throw new Refusal('not-found', {}, 404) })

  const design = JSON.parse(await readFile(join(places.design, 'manifest.json'), 'utf8')) as DesignManifest
  const site = siteOf(config)
  const navigation = { visitor: menuOf(modules, false), person: menuOf(modules, true) }
  await mountPages(app, {
    build, origin: config.origin, cache,
    callOf: (request) => ({
      engine, call: callOf(request), sentences, signInUrl: (from) => identityUrls.signIn(from),
      receive: (call, file) => receive(engine.context(call), file),
    }),
    prepare: (context, request) => context.set(portalCall, {
      site, design, demonstration: config.demonstration, openApi: document,
      navigation: request.actor.id ? navigation.person : navigation.visitor,
      person: request.actor.id ? { name: request.actor.name ?? fr.account } : undefined,
    }),
    failed: (error, request) => request.log.error({ err: error }, 'page failed'),
  })
  await listener.ready
  await app.listen({ port: config.PORT, host: config.HOST })
  const { port } = app.server.address() as { port: number }
  return {
    address: config.origin, port,
    /** Finishes what is being answered, then closes; new requests are refused meanwhile. */
    stop: async () => {
      stopping = true
      await app.close()
      await listener.stop()
      await pool.end()
    },
  }
}
