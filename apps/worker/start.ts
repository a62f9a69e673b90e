import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { startWorker as start } from '#kernel/fact/worker.ts'
import { createLog } from '#kernel/http/log.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf, type Module } from '#kernel/operation/module.ts'
import { configureStorage } from '#modules/files/api.ts'
import { configureProviders, providersOf } from '#modules/identity/api.ts'
import { configureMail, dkimOf } from '#modules/mail/api.ts'
import { configurePrivacy } from '#modules/privacy/api.ts'
import { configureStaff } from '#modules/staff/api.ts'
import { backOfficeOf } from '#apps/back-office/settings.ts'
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
  const backOffice = backOfficeOf(config)
  if (backOffice) configureStaff(backOffice)
  const followed = await followSite({
    url, pool, configured: { name: config.SILLAGE_NAME, origin: config.origin }, failed: (error) => log.warn({ err: error }, 'settings could not be read'),
  })
  if (config.SMTP_URL) {
    const from = config.MAIL_FROM ?? `${config.SILLAGE_NAME} <ne-pas-repondre@${new URL(config.origin).hostname}>`
    configureMail({ smtpUrl: config.SMTP_URL, from, returns: config.MAIL_RETURNS, dkim: dkimOf(config), site: followed.site })
  }
  const worker = await start({ url, pool, modules, log })
  return {
    wake: worker.wake,
    stop: async () => {
      await worker.stop()
      await followed.stop()
      await endSecrets()
      await pool.end()
    },
  }
}
