import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as build from 'virtual:react-router/server-build'
import { modulesOf } from '#apps/portal/modules.ts'
import { openProcess } from '#apps/portal/web-process.ts'
import { createPlain } from '#apps/rendering/plain.ts'
import type { DesignManifest } from '#design/css/build.ts'
import type { Config } from '#kernel/config.ts'
import { callOf } from '#kernel/http/mount.ts'
import { sentencesOf } from '#kernel/operation/module.ts'
import { createPageCache } from '#kernel/page/cache.ts'
import { mountPages } from '#kernel/page/handler.ts'
import { configureAccess } from '#modules/access/api.ts'
import { configurePortalAddress, configureProviders, lateForm, providersOf } from '#modules/identity/api.ts'
import { followSettings } from '#modules/settings/api.ts'
import { configureStaff, typistOf } from '#modules/staff/api.ts'
import { urls } from '#modules/staff/web/back-office/routes.ts'
import { configureSupervision } from '#modules/supervision/api.ts'
import { attention } from './attention.ts'
import type { OwnFiles } from './build.ts'
import { backOfficeCall } from './call.ts'
import { fr } from './fr.ts'
import { menuOf, siteOf } from './frame.ts'
import { createBackOffice, mountAssets, type Places } from './server.ts'
import { POLICY } from './policy.ts'
import { backOfficeOf } from './settings.ts'

interface Options { config: Config; url: string; places: Places & { ownFiles: string } }

const read = async <T>(file: string): Promise<T> => JSON.parse(await readFile(file, 'utf8')) as T

/** Starts the back office on its port: only administrators' operations and pages, by the role of the database that may run them. */
export const startBackOffice = async ({ config: given, url, places }: Options) => {
  const settings = backOfficeOf(given)
  if (!settings) throw new Error('The back office has no address: BACK_OFFICE_ORIGIN and BACK_OFFICE_KEY are missing')
  const config = { ...given, origin: settings.origin, PORT: settings.port, HOST: settings.host }
  configureStaff(settings)
  configureProviders({ providers: providersOf(config), origin: settings.origin, name: config.SILLAGE_NAME })
  configureSupervision({ data: config.SILLAGE_DATA })
  configurePortalAddress(given.origin)
  const modules = modulesOf(process.env['SILLAGE_MODULES'])
  configureAccess({ origin: given.origin, modules })
  const { log, engine, mountSupervision, serve } = await openProcess({
    config, installation: given.origin, url, name: 'back-office', connections: 5, modules, followers: [followSettings()],
  })
  const app = await createBackOffice({ config, allow: settings.allow, log, engine, modules })
  app.addHook('onRequest', async (_, reply) => { void reply.header('x-robots-tag', 'noindex') })
  mountSupervision(app)
  await mountAssets(app, places)
  const [design, own] = await Promise.all([read<DesignManifest>(join(places.design, 'manifest.json')), read<OwnFiles>(places.ownFiles)])
  const [site, navigation] = [siteOf(config), menuOf(modules)]
  const sentences = { ...sentencesOf(modules), 'proof-required': fr.proofRequired }
  await mountPages(app, {
    render: createPlain(build, (error) => log.error({ err: error }, 'page failed')), origin: config.origin, cache: createPageCache(), policy: POLICY,
    callOf: (request) => ({
      engine, call: callOf(request), lateForm: lateForm(typistOf(request.headers.cookie)), sentences,
      // Half of the way in is done: the other half comes next.
      signInUrl: (from) => request.actor.session && !request.actor.id ? urls.secondFactor(from) : urls.signIn(from),
    }),
    prepare: (context, request) => context.set(backOfficeCall, {
      site, design, own, demonstration: config.demonstration, attention, navigation: request.actor.id ? navigation : [],
      person: request.actor.id ? { name: request.actor.name ?? '' } : undefined,
    }),
  })
  return serve(app)
}
