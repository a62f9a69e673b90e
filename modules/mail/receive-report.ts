import { buffer } from 'node:stream/consumers'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { receiveReport } from './bounces.ts'

/**
 * What a mail server's alias pipes reports into: `bounces: "|node …/modules/mail/receive-report.ts"`, with DATABASE_URL_WORKER set. Ends with
 * 75 when the database does not answer, so that the server keeps the report and comes again (sysexits.h, EX_TEMPFAIL).
 */
const EX_TEMPFAIL = 75

const url = process.env['DATABASE_URL_WORKER']
if (!url) {
  process.stderr.write('DATABASE_URL_WORKER is missing: give the address of the database with the role of the worker.\n')
  process.exitCode = EX_TEMPFAIL
} else {
  const pool = connect(url, 1, 'sillage-reports')
  try {
    const marked = await receiveReport({ db: kyselyOn(pool), now: new Date().toISOString() }, await buffer(process.stdin))
    process.stdout.write(`${marked} marked\n`)
  } catch (error) {
    process.stderr.write(`The report could not be noted: ${error instanceof Error ? error.name : 'Error'}.\n`)
    process.exitCode = EX_TEMPFAIL
  } finally {
    await pool.end()
  }
}
