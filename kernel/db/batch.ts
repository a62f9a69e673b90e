import { Query, type Connection, type QueryResult } from 'pg'

export interface Statement { readonly name?: string; readonly text: string; readonly values: unknown[] }

/** A client, or a pool, which finds a client for this alone. */
export interface Executor { query(query: Query, done: (error: Error | null | undefined, result: any) => void): unknown }

type Message = object
interface Wire extends Connection { submittedNamedStatements: Record<string, string> }
/** What node-postgres does not declare of a query: by these the client hands it the server's messages. */
interface Part {
  readonly name?: string
  readonly text: string
  callback: (error: Error | null, result: QueryResult) => void
  submit(connection: Wire): Error | null
  handleRowDescription(message: Message): void
  handleDataRow(message: Message): void
  handleCommandComplete(message: Message, connection: Wire): void
  handleReadyForQuery(connection: Wire): void
}

/** Given as an object, the client would first copy it with all its descriptors, which costs more than to write the statement. */
const queryOf = ({ name, text, values }: Statement) => Object.assign(new Query(text, values), { name, queryMode: 'extended' })

/**
 * Several prepared statements as one query of the client: they leave in one write and a single Sync ends them (PostgreSQL, extended query
 * protocol), so that outside of a transaction block they are one transaction. After the first that fails the server skips the others.
 */
class Batch extends Query {
  /** Of the statement that the server is at: the client notes by it which are prepared. */
  name: string | undefined
  text: string | undefined
  declare callback: (error: Error | null, results: QueryResult[]) => void
  readonly #parts: Part[]
  readonly #results: QueryResult[] = []
  #failure: Error | null = null
  #done = 0

  constructor(statements: readonly Statement[]) {
    super('')
    this.#parts = statements.map((statement) => queryOf(statement) as unknown as Part)
    for (const part of this.#parts) {
      part.callback = (error, result) => { if (error) this.#failure ??= error; else this.#results.push(result) }
    }
    this.#at(0)
  }

  #at(place: number) {
    this.#done = place
    this.name = this.#parts[place]?.name
    this.text = this.#parts[place]?.text
  }

  override submit = (connection: Connection): Error | null => {
    const withoutSync = Object.create(connection, { sync: { value: () => {} } }) as Wire
    connection.stream.cork()
    // Values that cannot be written fail here: nothing that follows may leave then, least of all a COMMIT.
    for (const part of this.#parts) {
      const refused = part.submit(withoutSync)
      this.#failure ??= refused
      if (this.#failure) break
    }
    connection.sync()
    connection.stream.uncork()
    return null
  }

  handleRowDescription(message: Message) { this.#parts[this.#done]!.handleRowDescription(message) }
  handleDataRow(message: Message) { this.#parts[this.#done]!.handleDataRow(message) }
  handleCommandComplete(message: Message, connection: Wire) {
    this.#parts[this.#done]!.handleCommandComplete(message, connection)
    this.#at(this.#done + 1)
  }
  handleReadyForQuery(connection: Wire) {
    if (!this.#failure) for (const part of this.#parts) part.handleReadyForQuery(connection)
    this.callback(this.#failure, this.#results)
  }
  handleError(error: Error, connection: Wire) {
    // What the server has skipped is not prepared.
    for (const { name } of this.#parts.slice(this.#done)) if (name) delete connection.submittedNamedStatements[name]
    this.callback(this.#failure ?? error, [])
  }
}

/** The trace of an error leads to the socket: it is made again, to lead to who asked. */
const traced = (error: Error) => {
  Error.captureStackTrace(error)
  throw error
}

/** Runs one prepared statement. */
export const run = (executor: Executor, statement: Statement): Promise<QueryResult> => new Promise<QueryResult>((resolve, reject) => {
  executor.query(queryOf(statement), (error, result) => { if (error) reject(error); else resolve(result) })
}).catch(traced)

/** Runs statements together and gives their results, in order. @throws the first failure. */
export const together = (executor: Executor, statements: readonly Statement[]) => new Promise<QueryResult[]>((resolve, reject) => {
  executor.query(new Batch(statements), (error, results) => { if (error) reject(error); else resolve(results) })
}).catch(traced)
