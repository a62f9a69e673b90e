import type { FastifyInstance } from 'fastify'
import { createHub, type Hub, type HubOptions } from './hub.ts'
import { mountUpgrades } from './upgrade.ts'

interface Configured { hub: Hub; origins: readonly string[]; source: string }
let configured: Configured | undefined

/** For the app, among what it tells of each commit, here or elsewhere, and of the time when it hears of none. */
export const followLive = () => ({
  changed: () => configured?.hub.wake(), pause: () => configured?.hub.pause(), resume: () => configured?.hub.resume(),
})

/**
 * For the app, once, before its routes: from then on this process holds the streams of those who connect to it. Nothing of them outlives
 * the server. `origins`: from where sockets may be opened.
 */
export const mountLive = (app: FastifyInstance, { origins, ...options }: HubOptions & { origins: readonly string[] }): Hub => {
  const hub = createHub(options)
  configured = { hub, origins, source: options.source }
  mountUpgrades(app)
  app.addHook('preClose', hub.stop)
  return hub
}

/** @throws Error where no app has called `mountLive`. */
export const live = (): Configured => {
  if (!configured) throw new Error('The streams are not started: call mountLive')
  return configured
}
