// `npm run restore -- <archive> [--replace]`: puts a backup in the place of the data directory.
import path from 'node:path'
import { refusal } from '#kernel/db/manifest.ts'
import { restore } from '#kernel/db/restore.ts'
import { readConfiguration } from './configuration.ts'
import { withSentence } from './with-sentence.ts'

await withSentence(async () => {
  const { data, databaseUrl } = readConfiguration(process.env)
  const archive = process.argv.slice(2).find((word) => !word.startsWith('--'))
  if (!archive) throw refusal('Say which backup: npm run restore -- backups/sillage-….tar.gz')
  const replace = process.argv.includes('--replace')
  const { aside, madeAt } = await restore({ archive: path.resolve(archive), directory: data, replace })
  console.log(`✓ restored: the backup of ${madeAt}${aside ? `; what was there is kept in ${aside}` : ''}`)
  if (databaseUrl) console.log('DATABASE_URL is set: the administrator of that PostgreSQL restores the database itself.')
})
