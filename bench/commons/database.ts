import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { addresses, type Addresses } from '#kernel/db/addresses.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { execute } from '#kernel/fact/execution.ts'
import { system } from '#kernel/operation/actor.ts'
import { inOrder } from '#kernel/operation/module.ts'
import { seedLarge } from '#modules/bases/seed.ts'
import { createPerson } from '#modules/identity/api.ts'
import { foldTally } from '#modules/search/jobs.ts'
import { countDaysAgain } from '#modules/statistics/jobs.ts'
import { statistics } from '#modules/statistics/module.ts'

/** Kept between runs: writing it takes minutes, and is not what is measured. */
const folder = '/var/tmp/sillage-bench-commons'
const root = join(import.meta.dirname, '../..')

export const modules = inOrder([statistics])

const AUTHORS = 500
const words = ['budget', 'courriel', 'impôts', 'seniors', 'atelier', 'mot de passe', 'téléphone', 'démarches', 'emploi', 'photo', 'licorne']

/** Ten events a resource, forty days of readings each: a million events and ten million readings over a hundred thousand resources. */
const writeLife = async (owner: Pool) => {
  await owner.query(`insert into bases.resource_event (resource_id, sequence, type, data, by_id, at)
    select id, n, 'title_and_description_edited', jsonb_build_object('title', title, 'description', description), created_by, created_at + n * interval '1 hour'
    from bases.resource, generate_series(2, 10) n`)
  await owner.query('update bases.draft set sequence = 10')
  await owner.query(`insert into bases.daily_view (resource_id, day, views)
    select id, current_date - n * 9 - (hashtext(id::text) & 7), 1 + ((hashtext(id::text || n) & 1023) % 4) from bases.resource, generate_series(0, 39) n`)
  await owner.query(`update bases.resource set views_count = read.many
    from (select resource_id, sum(views)::int as many from bases.daily_view group by resource_id) read where read.resource_id = resource.id`)
  await owner.query(`insert into search.asked (id, at, kind, words, filters, milliseconds, total)
    select gen_random_uuid(), now() - n * interval '5 minutes', 'bases.resources', ($1::text[])[1 + n % 11], '{}', n % 40, n % 50 from generate_series(1, 100000) n`, [words])
}

/** Somebody who holds a base, and follows fifty others and twenty people. */
const writeReader = async (owner: Pool, personId: string) => {
  await owner.query(`insert into bases.followed_base select $1, id, now() from bases.base where is_public order by id limit 50`, [personId])
  await owner.query(`insert into bases.followed_person select $1, id, now() from identity.person where id <> $1 and is_public order by id limit 20`, [personId])
  await owner.query(`insert into bases.base_member select id, $1, 'administrator', now() from bases.base order by id limit 1 on conflict do nothing`, [personId])
}

/** What the worker does every five minutes: lists count from lines that were added up. */
const fold = async (database: Addresses) => {
  const worker = connect(database.worker, 1)
  await execute(worker, foldTally, {})
  await worker.end()
}

const write = async (database: Addresses, count: number, log: (line: string) => void) => {
  // What is written here can be written again: it waits for no disk.
  const owner = connect(`${database.owner}${database.owner.includes('?') ? '&' : '?'}options=-c%20synchronous_commit%3Doff`, 3)
  const worker = connect(database.worker, 2)
  const context = {
    db: kyselyOn<any>(owner), actor: system, now: new Date().toISOString(), origin: { request: 'bench' },
    record: async () => { throw new Error('The bench records no fact') },
  }
  try {
    const authors: string[] = []
    for (let index = 0; index < AUTHORS; index++) {
      authors.push(await createPerson(context, { id: v7(), firstName: 'Autrice', lastName: `Numéro ${index}`, email: `a${index}@bench.example`, isPublic: index % 4 !== 0 }))
    }
    await seedLarge({ owner, count, authors, log })
    log('events and readings')
    await writeLife(owner)
    await writeReader(owner, authors[0]!)
    await owner.query('vacuum analyze')
    await execute(worker, countDaysAgain, {})
  } finally {
    await Promise.all([owner.end(), worker.end()])
  }
}

/**
 * A migrated PostgreSQL with so many resources, ten events and a hundred readings each. The first time it writes them.
 * @throws when a run before was cut while it wrote: the folder has to be removed
 */
export const openCommons = async (count: number, log: (line: string) => void) => {
  const place = join(folder, String(count))
  await mkdir(place, { recursive: true, mode: 0o755 })
  const [begun, done] = [join(place, 'begun'), join(place, 'done')]
  if (existsSync(begun) && !existsSync(done)) throw new Error(`${place} was left half written: remove it and run again`)
  await writeFile(begun, '')
  const embedded = await startEmbedded({ directory: place })
  try {
    await prepareEmbedded(embedded)
    const database = addresses({}, embedded)
    await migrate(database.owner, [kernelSchema, ...modules.map((one) => ({ name: one.name, folder: join(root, one.folder, 'tables') }))])
    if (!existsSync(done)) await write(database, count, log)
    await fold(database)
    await writeFile(done, '')
    return { database, stop: () => embedded.stop() }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}
