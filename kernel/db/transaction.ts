import type { Kysely } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
import { kyselyOf } from './connection.ts'

export interface Statement { readonly name?: string; readonly text: string; readonly values: unknown[] }

/** Who asks, as row-level policies read it: `app.person`, `app.organisations`, `app.principals`; `app.entry` names the trace. */
export interface Settings { person: string; organisations: string; principals: string; entry: string }

export interface Transaction {
  readonly db: Kysely<any>
  query<Row extends object>(statement: Statement): Promise<QueryResult<Row>>
  /** Sends without waiting: its failure fails the commit, and its error is the one thrown. */
  send(statement: Statement): void
}

/** Failures that another try can cure: a serialisation failure, a deadlock. */
const PASSING = new Set(['40001', '40P01'])
const TRIES = 3

const attempt = async <T>(client: PoolClient, settings: Settings, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const sent: Promise<unknown>[] = []
  // Each promise gets a handler at once: the connection answers in order, and the first error is thrown below.
  const send = (statement: Statement | string) => {
    const answer = client.query(statement as Statement)
    answer.catch(() => undefined)
    sent.push(answer)
  }
  send({ name: 'begin', text: 'begin', values: [] })
  send({
    name: 'settings', values: [settings.person, settings.organisations, settings.principals, settings.entry],
    text: `select set_config('app.person', $1, true), set_config('app.organisations', $2, true),
      set_config('app.principals', $3, true), set_config('app.entry', $4, true)`,
  })
  const result = await work({ db: kyselyOf(client), query: (statement) => client.query(statement), send })
  const committed = client.query({ name: 'commit', text: 'commit' })
  committed.catch(() => undefined)
  await Promise.all(sent)
  // After a failed statement COMMIT answers, without an error, that it rolled back.
  if ((await committed).command !== 'COMMIT') throw new Error('The transaction was rolled back by the database')
  return result
}

/**
 * Runs `work` in a transaction whose BEGIN and settings travel with its first statement, and whose last statements travel
 * with COMMIT (pipelined). Tried again, whole, after a deadlock.
 */
export const transaction = async <T>(pool: Pool, settings: Settings, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(client, settings, work)
      } catch (error) {
        await client.query('rollback').catch((broken: Error) => { failure = broken })
        if (failure || tries === TRIES || !PASSING.has((error as { code?: string }).code ?? '')) throw error
      }
    }
  } finally {
    client.release(failure)
  }
}
