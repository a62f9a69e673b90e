import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { runMigrations } from 'graphile-worker'

/** A schema and the folder of its numbered SQL files; the kernel is one, each module with tables is another. */
export interface Schema { name: string; folder: string }

interface Step { number: number; name: string; sql: string; checksum: string; apart: boolean }
interface Applied { number: number; name: string; checksum: string }

/** The message is one sentence for the person who starts the product. */
export class MigrationError extends Error {
  readonly code: 'SILLAGE_NEWER_DATABASE' | 'SILLAGE_CHANGED_MIGRATION' | 'SILLAGE_FAILED_MIGRATION'
  constructor(code: MigrationError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** One number for all starts at once: the second waits, then finds nothing to do. */
const LOCK = 0x51_1a_9e

/** `0002-search-index.apart.sql` cannot run in a transaction (`create index concurrently`): it runs apart, one statement. */
const stepsOf = async (folder: string): Promise<Step[]> => {
  const files = (await readdir(folder).catch(() => [])).filter((file) => /^\d{4}-.*\.sql$/.test(file)).toSorted()
  return Promise.all(files.map(async (file, index) => {
    const number = Number(file.slice(0, 4))
    if (number !== index + 1) throw new Error(`Migrations of ${folder} must be numbered from 0001 without a gap: ${file}`)
    const sql = await readFile(join(folder, file), 'utf8')
    return { number, name: file, sql, checksum: createHash('sha256').update(sql).digest('hex'), apart: file.endsWith('.apart.sql') }
  }))
}

const check = (schema: string, steps: Step[], applied: Applied[]) => {
  const newest = applied.at(-1)
  if (newest && newest.number > steps.length) {
    throw new MigrationError('SILLAGE_NEWER_DATABASE',
      `The database is of a newer version of Sillage (${schema} ${newest.name}): start that version, or restore an older backup.`)
  }
  for (const one of applied) {
    const step = steps[one.number - 1]
    if (step?.checksum === one.checksum) continue
    throw new MigrationError('SILLAGE_CHANGED_MIGRATION',
      `The migration ${schema}/${one.name} changed after it was applied: put it back as it was and write a new one.`)
  }
}

const apply = async (client: Client, schema: string, step: Step) => {
  const note = `insert into ${schema}.migration (number, name, checksum, applied_at) values ($1, $2, $3, now())`
  const values = [step.number, step.name, step.checksum]
  try {
    if (!step.apart) await client.query('begin')
    await client.query(step.sql)
    await client.query(note, values)
    if (!step.apart) await client.query('commit')
  } catch (error) {
    if (!step.apart) await client.query('rollback')
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError('SILLAGE_FAILED_MIGRATION', `The migration ${schema}/${step.name} failed: ${reason}.`, { cause: error })
  }
}

const migrateSchema = async (client: Client, { name, folder }: Schema): Promise<number> => {
  const steps = await stepsOf(folder)
  await client.query(`create schema if not exists ${name}`)
  await client.query(`create table if not exists ${name}.migration (
    number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null)`)
  const { rows } = await client.query<Applied>(`select number, name, checksum from ${name}.migration order by number`)
  check(name, steps, rows)
  const missing = steps.slice(rows.length)
  for (const step of missing) await apply(client, name, step)
  return missing.length
}

/** graphile-worker's tables have row security without a policy: only the worker's role gets one, so only it creates jobs. */
const openJobsToWorker = `
  grant usage on schema graphile_worker to sillage_worker;
  grant all on all tables in schema graphile_worker to sillage_worker;
  grant all on all sequences in schema graphile_worker to sillage_worker;
  do $$ declare one record; begin
    for one in select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity loop
      execute format('drop policy if exists worker on graphile_worker.%I', one.tablename);
      execute format('create policy worker on graphile_worker.%I to sillage_worker using (true) with check (true)', one.tablename);
    end loop;
  end $$`

/**
 * Brings each schema up to date: one ledger a schema, so that a module may come late; files are checksummed; two processes
 * that start together wait for each other.
 * @param schemas in the order in which they need each other, the kernel first.
 * @returns how many steps were applied. @throws MigrationError, whose message is one sentence.
 */
export const migrate = async (ownerUrl: string, schemas: Schema[]): Promise<number> => {
  const client = new Client({ connectionString: ownerUrl, application_name: 'sillage-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    let applied = 0
    for (const schema of schemas) applied += await migrateSchema(client, schema)
    if (applied > 0) {
      await runMigrations({ connectionString: ownerUrl })
      await client.query(openJobsToWorker)
    }
    return applied
  } finally {
    await client.end()
  }
}

export const kernelSchema: Schema = { name: 'kernel', folder: join(import.meta.dirname, '../tables') }
