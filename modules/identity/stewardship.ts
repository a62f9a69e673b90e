import type { Pool, PoolClient } from 'pg'
import type { Module } from '#kernel/operation/module.ts'

/** What erasing and merging people need: a role that may change every table, what every module says of its rows, where erasures are noted. */
export interface Stewardship {
  pool: Pick<Pool, 'connect'>
  modules: readonly Module[]
  /** The data directory, where the journal of erasures lies outside of the database. */
  data: string
}

let given: Stewardship | undefined

/** Said once by the process that runs the jobs, at its start, and by tests. No process that answers requests has it. */
export const configureStewardship = (stewardship: Stewardship): void => { given = stewardship }

/**
 * Works in a transaction of the role that may change every table.
 * @param keep false to see what would happen: everything is undone at the end.
 */
export const asSteward = async <T>(work: (client: PoolClient, stewardship: Stewardship) => Promise<T>, keep = true): Promise<T> => {
  if (!given) throw new Error('configureStewardship() has not been called: this process may not erase nor merge people')
  const client = await given.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client, given)
    await client.query(keep ? 'commit' : 'rollback')
    return result
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost })
    throw error
  } finally {
    client.release(broken)
  }
}
