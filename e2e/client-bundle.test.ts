import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const client = resolve(import.meta.dirname, '../build/demonstration/client/assets')

/** Words that only the server's code holds: its libraries, its SQL, its settings. */
const MARKERS = ['kernel.fact', 'graphile_worker', 'set_config', 'ZodObject', 'selectFrom', 'insertInto', 'identity.person',
  'files.reference', 'node:crypto',
  'DATABASE_URL', 'nodemailer', 'argon', 'search.document']

test('nothing of the server reaches the browser', async () => {
  const names = (await readdir(client)).filter((name) => name.endsWith('.js'))
  const scripts = await Promise.all(names.map(async (name) => ({ name, text: await readFile(join(client, name), 'utf8') })))
  expect(scripts.length).toBeGreaterThan(10)
  // What is looked for could be found: a word of the pages is.
  expect(scripts.some(({ text }) => text.includes('findResources') || text.includes('Ressources'))).toBe(true)
  const found = scripts.flatMap(({ name, text }) => MARKERS.filter((marker) => text.includes(marker)).map((marker) => `${name}: ${marker}`))
  expect(found).toEqual([])
})
