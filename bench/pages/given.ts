import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { menuOf, siteOf } from '#apps/portal/frame.ts'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'
import type { Config } from '#kernel/config.ts'
import { connect } from '#kernel/db/connection.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { findResources } from '#modules/bases/operations/find-resources.ts'

interface Statement { text: string; values?: unknown[] }
/** What the page of Next.js is given, so that it shows the same: see bench/next/data.ts. */
export interface Given { all: Statement[]; ofBase: Statement[]; frame: object }

const root = join(import.meta.dirname, '../..')

/** The very statements that our page runs for a visitor, taken as they pass. */
const statementsOf = async (url: string, asked: object): Promise<Statement[]> => {
  const pool = connect(url, 1)
  const statements: Statement[] = []
  const query = pool.query.bind(pool) as (one: Statement) => Promise<unknown>
  Object.assign(pool, { query: ({ text, values }: Statement & object, ...rest: []) => {
    statements.push({ text, values })
    return query({ text, values }, ...rest)
  } })
  try {
    await createEngine(pool, portsOf(modules)).run(findResources, { perPage: 30, ...asked }, { actor: visitor, origin: { request: 'bench' } })
  } finally {
    await pool.end()
  }
  if (statements.length !== 2) throw new Error(`The page runs ${statements.length} statements: bench/next/data.ts knows two`)
  return statements
}

/** @param baseId the base whose list warms the servers. */
export const givenTo = async (url: string, config: Config, baseId: string): Promise<Given> => {
  const design = JSON.parse(await readFile(join(root, 'build/design/manifest.json'), 'utf8')) as object
  const [all, ofBase] = [await statementsOf(url, {}), await statementsOf(url, { baseId })]
  return { all, ofBase, frame: { site: siteOf(config), navigation: menuOf(inOrder([...modules, demo]), visitor), design } }
}
