import type { Pool } from 'pg'
import { v7 } from '../id.ts'
import { transaction, type Transaction } from '../db/transaction.ts'
import { settingsOf } from '../operation/engine.ts'
import { system } from '../operation/actor.ts'
import { enqueueOn } from './enqueue.ts'
import type { Reaction, WorkerContext } from './reaction.ts'

/** What went wrong with a reaction; the delivery stays and is tried again later, as do the next facts of its subject. */
export interface Failure { reaction: string; error: unknown; attempts: number }

/**
 * Gives each new fact its deliveries. Reads below the oldest running transaction, so that a fact which commits late is not skipped
 * (PostgreSQL, pg_snapshot_xmin); one process at a time, by the lock of the horizon's row.
 * @returns whether facts wait for such a transaction to end.
 */
const dispatch = async (pool: Pool, reactions: readonly Reaction[]): Promise<boolean> => {
  const { rows: [row] } = await pool.query<{ waiting: boolean }>({
    text: `with horizon as (
        select horizon as low, pg_snapshot_xmin(pg_current_snapshot()) as high from kernel.dispatch for update),
      moved as (update kernel.dispatch set horizon = high from horizon where high > low returning low, high),
      given as (insert into kernel.delivery (reaction, fact_id, subject, sequence)
      select reaction.name, fact.id, fact.subject, fact.sequence from moved
      join kernel.fact on fact.xid >= moved.low and fact.xid < moved.high
      join unnest($1::text[], $2::text[]) as reaction (name, fact) on reaction.fact = fact.name
      on conflict do nothing)
      select exists (select from kernel.fact, horizon where fact.xid >= horizon.high) as waiting`,
    values: [reactions.map((one) => one.name), reactions.map((one) => one.to.name)],
  })
  return row?.waiting ?? false
}

interface Due { reaction: string; fact_id: string; attempts: number; data: Record<string, unknown>; recorded_at: string }

const claim = async (tx: Transaction, names: string[]): Promise<Due | undefined> => {
  const { rows: [due] } = await tx.query<Due>({
    name: 'claim',
    text: `select delivery.reaction, delivery.fact_id, delivery.attempts, fact.data, fact.recorded_at
      from kernel.delivery join kernel.fact on fact.id = delivery.fact_id
      where delivery.due_at <= now() and delivery.reaction = any($1) and not exists (
        select from kernel.delivery earlier where earlier.reaction = delivery.reaction
          and earlier.subject = delivery.subject and earlier.sequence < delivery.sequence)
      order by delivery.due_at, delivery.fact_id limit 1 for update of delivery skip locked`,
    values: [names],
  })
  return due
}

/** Waits 2, 4, 8… seconds, an hour at most. */
const postpone = (pool: Pool, due: Due, error: unknown) => pool.query({
  text: `update kernel.delivery set attempts = attempts + 1, error = $3,
    due_at = now() + least(interval '1 hour', interval '1 second' * power(2, least(attempts + 1, 12)))
    where reaction = $1 and fact_id = $2`,
  values: [due.reaction, due.fact_id, error instanceof Error ? error.name : 'Error'],
})

const contextOf = (tx: Transaction): WorkerContext => ({
  db: tx.db, actor: system, now: new Date().toISOString(), origin: { request: 'worker' },
  record: async () => { throw new Error('A reaction runs a command to record facts') },
  enqueue: enqueueOn((statement) => tx.query(statement)),
})

/** Runs the oldest delivery that is due, in one transaction with what its reaction writes. @returns false when none is due. */
const deliverOne = async (pool: Pool, reactions: ReadonlyMap<string, Reaction>, failed: (failure: Failure) => void) => {
  let due: Due | undefined
  try {
    return await transaction(pool, settingsOf({ actor: system }, v7()), async (tx) => {
      due = await claim(tx, [...reactions.keys()])
      const reaction = due && reactions.get(due.reaction)
      if (!due || !reaction) return false
      await reaction.run(contextOf(tx), reaction.to.data.parse(due.data))
      tx.send({ text: 'delete from kernel.delivery where reaction = $1 and fact_id = $2', values: [due.reaction, due.fact_id] })
      return true
    })
  } catch (error) {
    if (!due) throw error
    await postpone(pool, due, error)
    failed({ reaction: due.reaction, error, attempts: due.attempts + 1 })
    return true
  }
}

/**
 * Dispatches new facts, then runs what is due until nothing is; `done` is told of each. @returns whether some facts could not be dispatched
 * yet: come back soon.
 */
export const deliver = async (
  pool: Pool, list: readonly Reaction[], failed: (failure: Failure) => void, done: () => void = () => {},
): Promise<boolean> => {
  const reactions = new Map(list.map((one) => [one.name, one]))
  const waiting = await dispatch(pool, list)
  while (await deliverOne(pool, reactions, failed)) done()
  return waiting
}
