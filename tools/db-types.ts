// `npm run db:types`: writes each module's tables.gen.ts from a database migrated for that. `--check` writes nothing and says what differs.
import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')

const HEADER = '// Written by `npm run db:types` from the tables of this module: do not edit.\n'

/** Instants, dates, big integers and decimals are read as kernel/db/connection.ts parses them. */
const TYPES = JSON.stringify({ timestamptz: 'string', date: 'string', int8: 'number', numeric: 'number', inet: 'string' })

const typesOf = async (url: string, schema: string): Promise<string> => {
  const file = join(tmpdir(), `sillage-types-${schema}-${process.pid}.ts`)
  await run(process.execPath, [join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'), '--dialect', 'postgres', '--url', url, '--default-schema', 'none',
    '--include-pattern', `${schema}.!(migration)`, '--type-mapping', TYPES, '--out-file', file, '--log-level', 'error'])
  const text = await readFile(file, 'utf8')
  await rm(file)
  return HEADER + text.replace(/^\/\*\*[\s\S]*?\*\/\n+/, '').replaceAll(';\n', '\n').replaceAll('"', "'")
}

const directory = await mkdtemp(join(tmpdir(), 'sillage-types-'))
await chmod(directory, 0o755)
const embedded = await startEmbedded({ directory, durable: false })
let different = 0
try {
  await prepareEmbedded(embedded)
  const all = [...modules, demo]
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...all.map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))])
  for (const { name, folder } of all) {
    const files = await readdir(join(root, folder, 'tables')).catch(() => [])
    if (!files.length) continue
    const file = join(root, folder, 'tables.gen.ts')
    const text = await typesOf(embedded.url('sillage_owner'), name)
    if (await readFile(file, 'utf8').catch(() => '') === text) continue
    different++
    console.log(`${check ? 'differs' : 'written'}: ${folder}/tables.gen.ts`)
    if (!check) await writeFile(file, text)
  }
} finally {
  await embedded.stop()
  await rm(directory, { recursive: true, force: true })
}
if (check && different) process.exitCode = 1
