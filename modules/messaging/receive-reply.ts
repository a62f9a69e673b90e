import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { connect } from '#kernel/db/connection.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { configureStorage } from '#modules/files/api.ts'
import { messaging } from './module.ts'
import { configureReplies } from './replies/address.ts'
import { receiveReply } from './replies/receive.ts'

/**
 * What a mail server's alias pipes replies into: `reply: "|node …/modules/messaging/receive-reply.ts"`, with the worker's environment
 * (DATABASE_URL_WORKER, MAIL_REPLY_DOMAIN, SILLAGE_DATA or S3_…). Ends with 75 when something does not answer, so that the server keeps the
 * mail and comes again (sysexits.h, EX_TEMPFAIL), and with 67 (EX_NOUSER) for an address that we did not give.
 */
const [EX_NOUSER, EX_TEMPFAIL] = [67, 75]

const { DATABASE_URL_WORKER: url, MAIL_REPLY_DOMAIN: domain, SILLAGE_DATA: data = '.sillage', ...env } = process.env
if (!url || !domain) {
  process.stderr.write('DATABASE_URL_WORKER and MAIL_REPLY_DOMAIN are needed: give what the worker has.\n')
  process.exitCode = EX_TEMPFAIL
} else {
  configureReplies({ domain })
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  const s3 = bucket && accessKeyId && secretAccessKey ? {
    endpoint: env['S3_ENDPOINT'], region: env['S3_REGION'] ?? 'fr-par', bucket, forcePathStyle: env['S3_FORCE_PATH_STYLE'] === '1',
    accessKeyId, secretAccessKey,
  } : undefined
  configureStorage({ directory: join(data, 'files'), s3 })
  const pool = connect(url, 2, 'sillage-replies')
  try {
    // `ORIGINAL_RECIPIENT` is what Postfix says of the envelope (local(8), ENVIRONMENT VARIABLES).
    const [to, from] = [env['ORIGINAL_RECIPIENT'], env['SENDER']]
    const received = await receiveReply(createEngine(pool, portsOf(inOrder([messaging]))), await buffer(process.stdin), {
      ...to !== undefined && { to: [to] }, ...from !== undefined && { from: from === 'MAILER-DAEMON' ? '' : from },
    })
    process.stdout.write(`${received}\n`)
    if (received === 'ignored') process.exitCode = EX_NOUSER
  } catch (error) {
    process.stderr.write(`The reply could not be received: ${error instanceof Error ? error.name : 'Error'}.\n`)
    process.exitCode = EX_TEMPFAIL
  } finally {
    await pool.end()
  }
}
