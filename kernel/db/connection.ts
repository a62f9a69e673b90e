import {
  Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult,
} from 'kysely'
import { Pool, types, type Client, type QueryResult as Rows } from 'pg'
import type { Statement } from './batch.ts'

// An instant travels as ISO 8601 in UTC and a calendar date as YYYY-MM-DD, from the row to the page (design §5b).
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.NUMERIC, Number)

/** More distinct statements than this and the rest go unnamed: a query built of a list must not fill the server's memory. */
const MOST_NAMES = 1000
const names = new Map<string, string>()
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= MOST_NAMES) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

type Run = (statement: Statement) => Promise<Rows<any>>

/** Runs Kysely's SQL as named prepared statements. Transactions are the engine's, not Kysely's. */
class Connection implements DatabaseConnection {
  readonly #run: Run
  constructor(run: Run) { this.#run = run }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.#run({ name: nameOf(sql), text: sql, values: parameters as unknown[] })
    return command === 'SELECT' || rowCount === null ? { rows } : { rows, numAffectedRows: BigInt(rowCount) }
  }
  // oxlint-disable-next-line require-yield -- the interface asks for a generator; a pipelined connection has no cursor
  async *streamQuery(): AsyncGenerator<never> { throw new Error('Streaming queries are not supported: page by cursor instead') }
}

const refuseTransaction = async () => { throw new Error('A command is already a transaction: use its context') }

const dialect = (run: Run): Dialect => {
  const connection = new Connection(run)
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: refuseTransaction, commitTransaction: refuseTransaction, rollbackTransaction: refuseTransaction,
    destroy: async () => {},
  }
  return {
    createDriver: () => driver,
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

/** Kysely over one client or over a pool, where each statement is then its own transaction; or over a function that runs a statement. */
export const kyselyOn = <Tables>(executor: Pick<Client, 'query'> | Run): Kysely<Tables> => new Kysely<Tables>({
  dialect: dialect(typeof executor === 'function' ? executor : (statement) => executor.query(statement)),
})

/** @param url address with the role of the process. @param most connections at most. */
export const connect = (url: string, most = 10, name = 'sillage'): Pool => {
  const options = { connectionString: url, max: most, application_name: name, pipeline: true, connectionTimeoutMillis: 10_000 }
  const pool = new Pool(options)
  // An idle connection that breaks (database restarted) is dropped by the pool; the next call opens another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => { client.on('error', () => undefined) })
  return pool
}
