// `npm run backup [-- <folder>]`: one archive of everything, made while the product runs or not.
import path from 'node:path'
import { backup } from '#kernel/db/backup.ts'
import { readConfiguration } from './configuration.ts'
import { withSentence } from './with-sentence.ts'

await withSentence(async () => {
  const { data, databaseUrl } = readConfiguration(process.env)
  const to = path.resolve(process.argv[2] ?? 'backups')
  const archive = await backup({ directory: data, to, withDatabase: !databaseUrl })
  console.log(`✓ backup written: ${archive}`)
  if (databaseUrl) {
    console.log('It holds the files only: the administrator of your PostgreSQL backs the database up (pg_dump, archiving).')
  }
})
