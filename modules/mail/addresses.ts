import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'

/** Days for which an address that refused is left alone by mails that do not insist. */
const DAYS = 90
/** A mailbox that is full or a server that is cross may take the next one: so many refusals say that it does not. */
const MOST = 3

/** How an address is kept here: whoever reads the table does not read addresses. */
export const addressHash = (address: string): Buffer => createHash('sha256').update(address.trim().toLowerCase()).digest()

/** An address that does not exist (5.1.x) refuses at once; another reason counts once it came back a few times (RFC 3463 §3). */
export const isRefusing = async (context: Pick<KernelContext, 'db'>, address: string): Promise<boolean> => {
  const row = await (context as Context).db.selectFrom('mail.refusing_address').select(['status', 'refusals'])
    .where('address_hash', '=', addressHash(address)).where('at', '>', sql<string>`now() - make_interval(days => ${DAYS}::int)`).executeTakeFirst()
  return row !== undefined && (row.status.startsWith('5.1.') || row.refusals >= MOST)
}
