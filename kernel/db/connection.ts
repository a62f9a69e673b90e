import {
  DefaultQueryExecutor, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler,
  type CompiledQuery, type DatabaseConnection, type Dialect, type Driver, type QueryResult,
} from 'kysely'
import { Pool, types, type QueryResult as Rows } from 'pg'
import { run, type Executor as Client, type Statement } from './batch.ts'

/** `2026-01-31 09:30:00.5+00` as ISO 8601, with milliseconds; another time zone of the server, or a year beyond 9999, is dearer to read. */
export const instant = (text: string): string => text.endsWith('+00') && text[4] === '-' && text.length < 30
  ? `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).slice(0, 3).padEnd(3, '0')}Z` : new Date(text).toISOString()

// An instant travels as ISO 8601 in UTC and a calendar date as YYYY-MM-DD, from the row to the page (design §5b).
types.setTypeParser(types.builtins.TIMESTAMPTZ, instant)
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

type Run = (statement: Statement) => Promise<Rows>

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

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

/** Without what Kysely's own does around a statement to find a connection, log and count: it cost as much as to write the SQL. */
class Executor extends DefaultQueryExecutor {
  readonly #connection: Connection
  constructor(connection: Connection) {
    super(compiler, adapter, { provideConnection: (consumer) => consumer(connection) })
    this.#connection = connection
  }
  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> { return this.#connection.executeQuery<R>(query) }
}

const refuse = async () => { throw new Error('A command is already a transaction: use its context') }
const driver: Driver = {
  init: refuse, acquireConnection: refuse, releaseConnection: refuse, beginTransaction: refuse, commitTransaction: refuse, rollbackTransaction: refuse,
  destroy: refuse,
}
const dialect: Dialect = {
  createDriver: () => driver, createQueryCompiler: () => compiler, createAdapter: () => adapter, createIntrospector: (db) => new PostgresIntrospector(db),
}

/** Kysely over one client or over a pool, where each statement is then its own transaction; or over a function that runs a statement. */
export const kyselyOn = <Tables>(executor: Client | Run): Kysely<Tables> => new Kysely<Tables>({
  config: { dialect }, dialect, driver,
  executor: new Executor(new Connection(typeof executor === 'function' ? executor : (statement) => run(executor, statement))),
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
