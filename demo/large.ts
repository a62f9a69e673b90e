// `npm run demo:large [-- <resources>]`: adds 100,000 resources to the demonstration, to measure with. Stop the product first.
import { v7 } from '#kernel/id.ts'
import { readConfig } from '#kernel/config.ts'
import { addresses } from '#kernel/db/addresses.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { lockDirectory } from '#kernel/db/lock.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded, prepareExternal } from '#kernel/db/prepare.ts'
import { system } from '#kernel/operation/actor.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { bases } from '#modules/bases/module.ts'
import { seedLarge } from '#modules/bases/seed.ts'
import { createPerson } from '#modules/identity/api.ts'
import { demo } from './module.ts'
import { isSeeded } from './seed.ts'

const AUTHORS = 500
const firstNames = ['Amina', 'Bastien', 'Chloé', 'Driss', 'Élise', 'Farid', 'Gaëlle', 'Hugo', 'Inès', 'Jonas', 'Kadiatou', 'Léo', 'Maud',
  'Naïm', 'Océane']
const lastNames = ['Abélard', 'Bouvreuil', 'Cassegrain', 'Diakhaté', 'Estrella', 'Floquet', 'Garrigou', 'Houssaye', 'Idrissou',
  'Jourdeuil', 'Kervran']

const log = (line: string) => console.log(`${Math.round(performance.now() / 1000)} s  ${line}`)
const count = Number(process.argv[2] ?? 100_000)
const config = readConfig({ ...process.env, SILLAGE_DEMONSTRATION: '1' })
const external = process.env['DATABASE_URL']
const unlock = external ? async () => undefined : await lockDirectory(config.SILLAGE_DATA)
const embedded = external ? undefined : await startEmbedded({ directory: config.SILLAGE_DATA })
try {
  await (embedded ? prepareEmbedded(embedded) : prepareExternal(external!))
  const database = addresses(process.env, embedded)
  const root = `${import.meta.dirname}/..`
  const schemas = inOrder([bases, demo]).map(({ name, folder }) => ({ name, folder: `${root}/${folder}/tables` }))
  await migrate(database.owner, [kernelSchema, ...schemas])
  if (!await isSeeded(database)) log('The demonstration was not written here before: this database will hold the large one alone')
  // What is written here can be written again: it waits for no disk.
  const owner = connect(`${database.owner}${database.owner.includes('?') ? '&' : '?'}options=-c%20synchronous_commit%3Doff`, 3)
  const context = {
    db: kyselyOn(owner), actor: system, now: new Date().toISOString(), origin: { request: 'large' },
    record: async () => { throw new Error('The large seed records no fact') },
  }
  const authors = await Promise.all(Array.from({ length: AUTHORS }, (_, index) => createPerson(context, {
    id: v7(), firstName: firstNames[index % firstNames.length]!, lastName: lastNames[index % lastNames.length]!,
    email: `auteur-${v7()}@val-aubriere.example`, isPublic: index % 4 !== 0,
  })))
  log(`${authors.length} people`)
  await seedLarge({ owner, count, authors, log })
  await owner.query('vacuum analyze')
  log('ready')
  await owner.end()
} finally {
  await embedded?.stop()
  await unlock()
}
