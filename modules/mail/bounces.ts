import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import { readReport } from './report.ts'

/**
 * Notes what a report says came back: the mail, and the address to which we wrote it. Only whoever received the mail knows its Message-ID, so a
 * forged report marks nobody. Twice is once.
 * @returns how many mails it marked: 0 for a mail that is no report, says that a server still tries, or is about none of ours.
 */
export const receiveReport = async (context: Pick<KernelContext, 'db' | 'now'>, bytes: Uint8Array | string): Promise<number> => {
  const { db, now } = context as Context
  const reported = await readReport(bytes)
  let marked = 0
  for (const { messageId, status } of reported.filter((one) => one.action === 'failed')) {
    const { rows } = await sql`with bounced as (
        update mail.message set state = 'bounced', error_code = ${status}
        where message_id = ${messageId} and state <> 'bounced' returning address_hash)
      insert into mail.refusing_address as known (address_hash, status, at)
      select address_hash, ${status}, ${now}::timestamptz from bounced where address_hash is not null
      on conflict (address_hash) do update set status = excluded.status, at = excluded.at, refusals = known.refusals + 1
      returning address_hash`.execute(db)
    marked += rows.length
  }
  return marked
}
