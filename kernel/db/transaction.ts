import type { Kysely } from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
import { together, type Executor, type Statement } from './batch.ts'
import { kyselyOn } from './connection.ts'

export type { Statement } from './batch.ts'

/** Who asks, as row-level policies read it: `app.person`, `app.organisations`, `app.principals`; `app.entry` names the trace. */
export interface Settings { person: string; organisations: string; principals: string; entry: string }

export interface Transaction {
  readonly db: Kysely<any>
  query<Row extends object>(statement: Statement): Promise<QueryResult<Row>>
  /** Leaves with the next query, or with the commit: its failure fails that, and its error is the one thrown. */
  send(statement: Statement): void
}

/** Failures that another try can cure: a serialisation failure, a deadlock. */
const PASSING = new Set(['40001', '40P01'])
const TRIES = 3

const begin: Statement = { name: 'begin', text: 'begin', values: [] }
const commit: Statement = { name: 'commit', text: 'commit', values: [] }

/** Says who asks until the transaction ends. The condition is there so that no row has to be sent back nor read. */
const saying = ({ person, organisations, principals, entry }: Settings): Statement => ({
  name: 'settings', values: [person, organisations, principals, entry],
  text: `select where concat(set_config('app.person', $1, true), set_config('app.organisations', $2, true),
    set_config('app.principals', $3, true), set_config('app.entry', $4, true)) is null`,
})

/** Each statement is its own transaction, which knows who asks: for reads under row policies, at the price of one statement more. */
export const kyselyAs = (executor: Executor, settings: Settings): Kysely<any> => {
  const who = saying(settings)
  return kyselyOn(async (statement) => (await together(executor, [who, statement])).at(-1)!)
}

const attempt = async <T>(client: PoolClient, settings: Settings, work: (tx: Transaction) => Promise<T>, begun: () => void): Promise<T> => {
  let waiting: Statement[] = [begin, saying(settings)]
  const query = async (statement: Statement) => {
    const statements = [...waiting, statement]
    waiting = []
    begun()
    return (await together(client, statements)).at(-1)!
  }
  const result = await work({ db: kyselyOn(query), query, send: (statement) => { waiting.push(statement) } })
  // After a failed statement COMMIT answers, without an error, that it rolled back.
  if ((await query(commit)).command !== 'COMMIT') throw new Error('The transaction was rolled back by the database')
  return result
}

/**
 * Runs `work` in a transaction whose BEGIN and settings leave with its first statement, and whose last statements leave with COMMIT, each
 * time in one write. Tried again, whole, after a deadlock.
 */
export const transaction = async <T>(pool: Pool, settings: Settings, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    for (let tries = 1; ; tries++) {
      let open = false
      try {
        return await attempt(client, settings, work, () => { open = true })
      } catch (error) {
        if (open) await client.query('rollback').catch((broken: Error) => { failure = broken })
        if (failure || tries === TRIES || !PASSING.has((error as { code?: string }).code ?? '')) throw error
      }
    }
  } finally {
    client.release(failure)
  }
}
