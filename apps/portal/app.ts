import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as build from 'virtual:react-router/server-build'
import { createPlain } from '#apps/rendering/plain.ts'
import type { DesignManifest } from '#design/css/build.ts'
import type { Config } from '#kernel/config.ts'
import { callOf, mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { openApi } from '#kernel/http/openapi.ts'
import { createServer, originsOf } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { operationsOf, sentencesOf, type Module } from '#kernel/operation/module.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { createPageCache } from '#kernel/page/cache.ts'
import { mountPages } from '#kernel/page/handler.ts'
import { configureAccess, readBearer, trustedIssuersOf } from '#modules/access/api.ts'
import { configureHarvest } from '#modules/bases/api.ts'
import { urls as bases } from '#modules/bases/web/routes.ts'
import { configureStorage, receive } from '#modules/files/api.ts'
import { agentSession, configureProviders, configureSessions, configureWelcome, followGrants, lateForm, providersOf, readSession, sayingProConnect, typistOf, watchedSession } from '#modules/identity/api.ts'
import { urls as identityUrls } from '#modules/identity/web/routes.ts'
import { followLive, mountLive } from '#modules/live/api.ts'
import { configurePush, webPushOf } from '#modules/notifications/api.ts'
import { flushSearches } from '#modules/search/api.ts'
import { followSettings, setting } from '#modules/settings/api.ts'
import { closedToActor, followSwitches } from '#modules/switches/api.ts'
import { behindTerms, dueTerms, keepingForms, mustAccept, NOT_ACCEPTED, noteTerms, openWithoutTerms, termsAsked } from '#modules/terms/api.ts'
import { terms } from '#modules/terms/module.ts'
import { configurePrivacy } from '#modules/privacy/api.ts'
import { fr } from './fr.ts'
import { createHydrated } from './hydrated.ts'
import { modulesOf } from './modules.ts'
import { frameOf, menuOf, siteOf } from './frame.ts'
import { policyOf } from './policy.ts'
import { portalCall } from './portal-call.ts'
import { mountPublicReading } from './public-reading.ts'
import { storageOf } from './storage.ts'
import { followWaiting, waitingFor } from './waiting.ts'
import { openProcess } from './web-process.ts'

/** Where this build lies: the client's files beside it, the design's one folder higher. */
interface Places { client: string; design: string }
interface Options { config: Config; url: string; places: Places; version: string; committed?: () => void }

/** The address alone, of `Name <name@host>`. */
const addressOf = (mailbox: string | undefined) => mailbox?.match(/[^\s<>]+@[^\s<>]+/)?.[0]

const A_YEAR = 31_536_000_000

/** Files whose names change with their content: kept for ever by browsers, sent compressed as they were built. */
const mountAssets = async (app: FastifyInstance, { client, design }: Places, origin: string) => {
  const options = { preCompressed: true, maxAge: A_YEAR, immutable: true, index: false as const, decorateReply: false }
  await app.register(staticFiles, { root: join(client, 'assets'), prefix: '/assets/', ...options })
  await app.register(staticFiles, { root: design, prefix: '/design/', ...options })
  // A worker obeys the policy of its own file: one fetches the page that it keeps, the other tells us its new address.
  const policy = "default-src 'none'; connect-src 'self'"
  for (const name of ['sw.js', 'push-worker.js']) {
    const worker = await readFile(join(design, name))
    app.get(`/${name}`, (_, reply) => reply.type('text/javascript').header('cache-control', 'no-cache').header('content-security-policy', policy).send(worker))
  }
  app.get('/robots.txt', (_, reply) => reply.type('text/plain').send(`User-agent: *\nDisallow: /connexion\nDisallow: /mon-compte\nDisallow: /api/\n\nSitemap: ${origin}/sitemap.xml\n`))
}

/** Starts the public web app on its port. `committed` runs after each command, to wake a worker of the same process. */
export const startPortal = async ({ config, url, places, version, committed }: Options) => {
  const more: Module[] = []
  if (__DEMONSTRATION__ && config.demonstration) {
    const { configureDemonstration, demo } = await import('#demo/module.ts')
    configureDemonstration({ mailbox: join(config.SILLAGE_DATA, 'mailbox'), origin: config.origin })
    more.push(demo)
  }
  const modules = modulesOf(process.env['SILLAGE_MODULES'], more)
  configureStorage(storageOf(config))
  configureHarvest({ origin: config.origin, name: config.SILLAGE_NAME, contact: addressOf(config.MAIL_FROM) ?? `contact@${new URL(config.origin).hostname}` })
  configureSessions({ agentIdleMinutes: config.SILLAGE_AGENT_IDLE_MINUTES })
  // Who was going nowhere in particular is welcomed; others go on to where they were going, and find the welcome on their home page.
  configureWelcome((to) => to === '/' ? bases.welcome() : to)
  configureProviders({ providers: providersOf(config), origin: config.origin, name: config.SILLAGE_NAME })
  configureAccess({ origin: config.origin, modules, trustedIssuers: trustedIssuersOf(config.SILLAGE_TRUSTED_ISSUERS) })
  configurePrivacy({ modules, data: config.SILLAGE_DATA })
  configurePush(webPushOf(config))

  const cache = createPageCache()
  const { log, pool, engine, mountSupervision, serve } = await openProcess({
    config, url, name: 'portal', connections: config.DATABASE_POOL, modules, followers: [cache.follow(), followSettings(), followSwitches(), followGrants(), followWaiting(), followLive()], committed,
  })
  const anybody = engine.context({ actor: visitor, origin: { request: 'settings' } })

  const sentences = sentencesOf(modules)
  const asksTerms = modules.includes(terms)
  // A route with a proof of its own reads it by itself: a token that is not one of ours.
  const readActor = async ({ headers, routeOptions: { config: { proof, background } } }: FastifyRequest) => {
    const { idleMinutes } = await setting(anybody, agentSession)
    configureSessions({ agentIdleMinutes: idleMinutes ?? config.SILLAGE_AGENT_IDLE_MINUTES })
    const program = await readBearer(engine, modules, proof ? undefined : headers.authorization)
    if (program) return program
    const found = await readSession(pool, modules, headers.cookie, background || 'sillage-background' in headers)
    if (found && asksTerms) await noteTerms(anybody, found, found.terms)
    return found ?? visitor
  }
  const app = await createServer({ config, log, readActor, sentences })
  mountSupervision(app)
  await mountAssets(app, places, config.origin)
  mountLive(app, {
    pool, source: config.origin, origins: originsOf(config), readActor: (cookies) => readSession(pool, modules, cookies, true),
    failed: (error) => log.warn({ err: error }, 'streams'),
  })
  const document = openApi(modules, { title: config.SILLAGE_NAME, version, origin: config.origin })
  app.get('/api/openapi.json', (_, reply) => reply.send(document))
  const guarded = sayingProConnect(engine)
  const programs = behindTerms(guarded, openWithoutTerms, () => new Refusal(NOT_ACCEPTED, {}, 403))
  const pages = behindTerms(guarded, openWithoutTerms, termsAsked)
  await app.register(async (api) => {
    mountPublicReading(api)
    mountOperations(api, programs, operationsOf(modules))
  })
  mountRaw(app, programs, modules.flatMap((one) => one.raw))
  app.all('/api/*', async () => { throw new Refusal('not-found', {}, 404) })

  const design = JSON.parse(await readFile(join(places.design, 'manifest.json'), 'utf8')) as DesignManifest
  const site = siteOf(config)
  const visitorsMenu = menuOf(modules, visitor)
  await mountPages(app, {
    render: createPlain(build, (error) => log.error({ err: error }, 'page failed'), createHydrated(build)), origin: config.origin, cache, policy: policyOf(),
    callOf: (request) => ({
      engine: pages, call: callOf(request), cookies: request.headers.cookie, lateForm: keepingForms(lateForm(typistOf(request.headers.cookie))), sentences, signInUrl: (from) => identityUrls.signIn(from),
      receive: (call, file) => receive(engine.context(call), file),
    }),
    prepare: (context, request) => context.set(portalCall, {
      frame: () => frameOf(site, anybody), waiting: async () => request.actor.id ? waitingFor(anybody, modules, request.actor.id) : { notifications: 0 },
      closed: () => closedToActor(engine.context(callOf(request))), terms: async () => mustAccept(request.actor) ? dueTerms(anybody, request.actor) : undefined, design, demonstration: config.demonstration, openApi: document,
      navigation: request.actor.id ? menuOf(modules, request.actor) : visitorsMenu,
      person: request.actor.id ? { name: request.actor.name ?? fr.account, actedFor: request.actor.by !== undefined, session: watchedSession(request.actor) } : undefined,
    }),
  })
  return serve(app, flushSearches)
}
