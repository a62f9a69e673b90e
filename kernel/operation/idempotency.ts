import { createHash } from 'node:crypto'
import type { Transaction } from '../db/transaction.ts'
import type { Call } from './engine.ts'
import { Refusal, type Operation } from './operation.ts'

const VISITOR = '00000000-0000-0000-0000-000000000000'

interface Kept { operation: string; input_hash: string; output: unknown }

/**
 * Runs the command once for its key and person; the same key again answers what was answered. A key that comes with another
 * operation or input is a mistake of the caller: `key-reused`. Two at once: the second waits for the first, by the primary key.
 */
export const answerOnce = async (tx: Transaction, operation: Operation, input: unknown, call: Call, now: string, run: () => Promise<unknown>) => {
  if (!call.key) return run()
  const person = call.actor.id ?? call.actor.client ?? VISITOR
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const { rowCount } = await tx.query({
    text: `insert into kernel.idempotency (key, person_id, operation, input_hash, created_at)
      values ($1, $2, $3, decode($4, 'hex'), $5) on conflict do nothing`,
    values: [call.key, person, operation.name, hash, now],
  })
  if (rowCount === 0) {
    const { rows: [kept] } = await tx.query<Kept>({
      text: `select operation, encode(input_hash, 'hex') as input_hash, output from kernel.idempotency where key = $1 and person_id = $2`,
      values: [call.key, person],
    })
    if (kept?.operation !== operation.name || kept.input_hash !== hash) throw new Refusal('key-reused', {}, 422)
    if (operation.secret) throw new Refusal('answered-once', {}, 409)
    return kept.output
  }
  const output = await run()
  if (operation.secret) return output
  tx.send({
    text: 'update kernel.idempotency set output = $3 where key = $1 and person_id = $2',
    values: [call.key, person, JSON.stringify(output ?? null)],
  })
  return output
}
