import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Pool } from 'pg'
import { transaction } from '#kernel/db/transaction.ts'
import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import { settingsOf, type Engine } from '#kernel/operation/engine.ts'
import { store } from '#modules/files/api.ts'
import { keepIdentifier } from '#modules/identity/api.ts'
import { reasonOf } from '../exchange/reason.ts'
import type { Context } from '../policy.ts'
import type { Export, Remark } from './read.ts'
import { tableNames, type TableName } from './shapes.ts'

/** Who names things so: the national service. */
export const LES_BASES = 'https://lesbases.anct.gouv.fr'
export const SOURCE = 'les-bases'

/** Rows of a table: brought now, here already, left aside there (deleted, never accepted), not valid. */
export interface Counts { rows: number; new: number; known: number; skipped: number; rejected: number }
export interface Report {
  dryRun: boolean
  tables: Partial<Record<TableName, Counts>>
  rejected: Remark[]
  /** Values that are left out; the rest of their row is here. */
  leftOut: Remark[]
  /** Resources that are here as drafts, though they were published there. */
  notPublished: Remark[]
  /** Files of the folder that are no table of ours. */
  notRead: string[]
}

export interface Given { engine: Engine; pool: Pool; folder: string; dryRun: boolean; log?: (line: string) => void }

/** What the parts of an import share. Everything is written by the program, in the name of no session: nobody is told of what is old. */
export const importing = ({ engine, pool, folder, dryRun, log = () => undefined }: Given, found: Export) => {
  const call = { actor: system, origin: { request: 'import' } }
  const report: Report = { dryRun, tables: {}, rejected: found.rejected, leftOut: found.leftOut, notPublished: [], notRead: found.notRead }
  for (const name of tableNames) {
    const rejected = found.rejected.filter(({ file }) => file.startsWith(`${name}.`)).length
    if (found.tables[name].length + rejected > 0) report.tables[name] = { rows: found.tables[name].length + rejected, new: 0, known: 0,
      skipped: 0, rejected }
  }
  return {
    tables: found.tables, report, dryRun, log, context: engine.context(call) as Context, people: new Map<string, string>(),
      bases: new Map<string, string>(),
    count: (table: TableName, what: 'new' | 'known' | 'skipped') => { report.tables[table]![what] += 1 },
    reject: (table: TableName, line: number, id: string, error: unknown) => {
      report.tables[table]!.rejected += 1
      report.rejected.push({ file: table, line, id, reason: reasonOf(error) })
    },
    /** One transaction, at the instant given: what is brought keeps its dates. */
    inTransaction: <T>(at: string | null, work: (context: Context) => Promise<T>): Promise<T> => transaction(pool, settingsOf(call, v7()),
      async ({ db }) =>
      work({ ...engine.context(call), db, now: at ?? new Date().toISOString(), record: async () => undefined } as Context)),
    /** Bytes kept under this key, as a file sent by somebody. @throws Error when they are not in the folder, Refusal for their content. */
    bring: async (key: string, uploadedBy: string | null): Promise<string> => {
      const upload = found.tables.uploads.find(({ row }) => row.key === key)
      if (!upload) throw new Error(`uploads: no key ${key}`)
      const bytes = await readFile(join(folder, 'uploads', key)).catch(() => { throw new Error(`uploads/${key} is not in the folder`) })
      return store(engine.context(call), { name: upload.row.name || basename(key), bytes, uploadedBy })
    },
    /** The key of an image, by its identifier. */
    keyOf: (imageId: string | null) => imageId === null ? undefined : found.tables.images.find(({ row }) => row.id === imageId)?.row,
    keepPerson: (context: Context, personId: string, kind: string, value: string) => keepIdentifier(context, personId,
      { issuer: LES_BASES, kind, value }),
  }
}
export type Importing = ReturnType<typeof importing>
