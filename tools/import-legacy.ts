// `node_modules/.bin/node tools/import-legacy.ts <folder> [--write] [--report report.json]`: brings an export of the national service in
// (its format
// is in modules/bases/legacy/README.md). Without --write it says what it would do and writes nothing. The product runs or not; what was
// cut goes on.
import { stat, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { modules } from '#apps/portal/modules.ts'
import { storageOf } from '#apps/portal/storage.ts'
import { readConfig } from '#kernel/config.ts'
import { addresses } from '#kernel/db/addresses.ts'
import { connect } from '#kernel/db/connection.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { importLegacy, type LegacyReport } from '#modules/bases/api.ts'
import { configureStorage } from '#modules/files/api.ts'
import { readConfiguration } from './configuration.ts'
import { embeddedIn, wrong } from './data-folder.ts'
import { withSentence } from './with-sentence.ts'

const REMARKS = 20

const tell = ({ dryRun, tables, rejected, leftOut, notPublished, notRead }: LegacyReport) => {
  console.log(dryRun ? 'Nothing was written. With --write:' : 'Written:')
  console.table(tables)
  for (const [title, remarks] of [['Rejected', rejected], ['Values left out', leftOut], ['Brought as drafts', notPublished]] as const) {
    if (remarks.length === 0) continue
    console.log(`${title}: ${remarks.length}`)
    for (const { file, line, id, reason } of remarks.slice(0, REMARKS)) console.log(`  ${file}, line ${line} (${id}): ${reason}`)
    if (remarks.length > REMARKS) console.log('  … the others are in the report (--report)')
  }
  if (notRead.length > 0) console.log(`Not read: ${notRead.join(', ')}`)
}

await withSentence(async () => {
  const { values, positionals: [folder] } = parseArgs({ allowPositionals: true,
    options: { write: { type: 'boolean', default: false }, report: { type: 'string' } } })
  if (!folder || !await stat(folder).then((found) => found.isDirectory(),
    () => false)) throw wrong('Give the folder of the export: tools/import-legacy.ts ./export [--write]')
  const { data, databaseUrl, demonstration } = readConfiguration(process.env)
  configureStorage(storageOf(readConfig({ ...process.env, SILLAGE_DEMONSTRATION: demonstration ? '1' : '', SILLAGE_DATA: data })))
  const found = databaseUrl ? undefined : await embeddedIn(data, 'An import')
  const pool = connect(addresses(process.env, found?.embedded).portal, 2, 'sillage-import')
  try {
    const report = await importLegacy({ engine: createEngine(pool, portsOf(modules)), pool, folder, dryRun: !values.write,
      log: (line) => console.log(`· ${line}`) })
    tell(report)
    if (values.report) await writeFile(values.report, `${JSON.stringify(report, undefined, 2)}\n`)
  } finally {
    await pool.end()
    await found?.stop()
  }
})
