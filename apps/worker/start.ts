import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { startWorker as start } from '#kernel/fact/worker.ts'
import { createLog } from '#kernel/http/log.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf, type Module } from '#kernel/operation/module.ts'
import { configureStorage } from '#modules/files/api.ts'
import { configureProviders, providersOf } from '#modules/identity/api.ts'
import { configureMail, dkimOf } from '#modules/mail/api.ts'
import { configureReplies, listenToReplies } from '#modules/messaging/api.ts'
import { configurePush, webPushOf } from '#modules/notifications/api.ts'
import { configurePrivacy } from '#modules/privacy/api.ts'
import { configureStaff } from '#modules/staff/api.ts'
import { backOfficeOf } from '#apps/back-office/settings.ts'
import { openBus } from '#apps/portal/bus.ts'
import { startSecrets } from '#apps/portal/secrets.ts'
import { storageOf } from '#apps/portal/storage.ts'
import { followSite } from './site.ts'

interface Options { config: Config; url: string; modules: readonly Module[] }

/** Starts what delivers facts and runs jobs. Its address has the worker's role, which alone may create jobs. */
export const startWorker = async ({ config, url, modules }: Options) => {
  const log = createLog(config.LOG_LEVEL).child({ process: 'worker' })
  const pool = connect(url, 5, 'sillage-worker')
  configureStorage(storageOf(config))
  const endSecrets = await startSecrets(config, url)
  configurePrivacy({ modules, data: config.SILLAGE_DATA, engine: createEngine(pool, portsOf(modules)) })
  configureProviders({ providers: providersOf(config), origin: config.origin, name: config.SILLAGE_NAME })
  configurePush(webPushOf(config))
  const backOffice = backOfficeOf(config)
  if (backOffice) configureStaff(backOffice)
  const bus = await openBus({ config, origin: config.origin, url, pool, log })
  const followed = await followSite({
    bus, pool, configured: { name: config.SILLAGE_NAME, origin: config.origin }, failed: (error) => log.warn({ err: error }, 'settings could not be read'),
  })
  if (config.SMTP_URL) {
    const from = config.MAIL_FROM ?? `${config.SILLAGE_NAME} <ne-pas-repondre@${new URL(config.origin).hostname}>`
    configureMail({ smtpUrl: config.SMTP_URL, from, returns: config.MAIL_RETURNS, dkim: dkimOf(config), site: followed.site })
  }
  configureReplies({ domain: config.MAIL_REPLY_DOMAIN })
  const replies = config.MAIL_REPLY_DOMAIN && config.MAIL_RECEIVE_PORT !== undefined ? await listenToReplies({
    engine: createEngine(pool, portsOf(modules)), port: config.MAIL_RECEIVE_PORT, host: config.MAIL_RECEIVE_HOST,
    done: (received) => log.info({ received }, 'reply by mail'), failed: (error) => log.warn({ err: error }, 'reply by mail could not be received'),
  }) : undefined
  const worker = await start({ url, pool, modules, log, bus })
  return {
    wake: worker.wake,
    stop: async () => {
      await replies?.stop()
      await worker.stop()
      await followed.stop()
      await bus.stop()
      await endSecrets()
      await pool.end()
    },
  }
}
