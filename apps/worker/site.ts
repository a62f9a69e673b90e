import type { Pool } from 'pg'
import { kyselyOn } from '#kernel/db/connection.ts'
import type { Bus } from '#kernel/fact/wake.ts'
import type { Site } from '#modules/mail/api.ts'
import { setting, site } from '#modules/settings/api.ts'

interface Options { bus: Pick<Bus, 'listen'>; pool: Pool; configured: Site; failed: (error: unknown) => void }

/**
 * Name and address of the service as mails say them: the name that administrators set, which is read again at each notice that something
 * changed; that of the configuration when they set none.
 */
export const followSite = async ({ bus, pool, configured, failed }: Options): Promise<{ site: Site; stop: () => Promise<void> }> => {
  const context = { db: kyselyOn<any>(pool) }
  let { name } = configured
  const read = async () => { name = (await setting(context, site)).name || configured.name }
  await read()
  const listener = bus.listen(['public'], () => { read().catch(failed) })
  await listener.ready
  return { site: { get name() { return name }, origin: configured.origin }, stop: listener.stop }
}
