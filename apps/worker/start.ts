import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { startWorker as start } from '#kernel/fact/worker.ts'
import { createLog } from '#kernel/http/log.ts'
import type { Module } from '#kernel/operation/module.ts'
import { configureStorage } from '#modules/files/api.ts'
import { configureMail } from '#modules/mail/api.ts'
import { storageOf } from '#apps/portal/storage.ts'

interface Options { config: Config; url: string; modules: readonly Module[] }

/** Starts what delivers facts and runs jobs. Its address has the worker's role, which alone may create jobs. */
export const startWorker = async ({ config, url, modules }: Options) => {
  const log = createLog(config.LOG_LEVEL).child({ process: 'worker' })
  const pool = connect(url, 5, 'sillage-worker')
  configureStorage(storageOf(config))
  if (config.SMTP_URL) {
    const from = config.MAIL_FROM ?? `${config.SILLAGE_NAME} <ne-pas-repondre@${new URL(config.origin).hostname}>`
    configureMail({ smtpUrl: config.SMTP_URL, from, site: { name: config.SILLAGE_NAME, origin: config.origin } })
  }
  const worker = await start({ url, pool, modules, log })
  return {
    wake: worker.wake,
    stop: async () => {
      await worker.stop()
      await pool.end()
    },
  }
}
