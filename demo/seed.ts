import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import type { Addresses } from '#kernel/db/addresses.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { workOnce } from '#kernel/fact/worker.ts'
import { system } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf, type Module } from '#kernel/operation/module.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { store } from '#modules/files/api.ts'
import { createPerson, showPortrait } from '#modules/identity/api.ts'
import { seedStatistics } from '#modules/statistics/seed.ts'
import { seedBases } from '#modules/bases/seed.ts'
import { seedOrganisations } from '#modules/organisations/seed.ts'
import { seedTerms } from '#modules/terms/seed.ts'
import { commons, picture } from './commons.ts'
import { seedStaff } from './staff.ts'
import { drawPortrait } from './world/drawings/portrait.ts'
import { seedImports } from './world/imports.ts'
import { seedMessages } from './world/messages.ts'
import { moderators, seedModeration } from './world/moderation.ts'
import { organisations } from './world/organisations.ts'
import { people, type Person } from './world/people.ts'
import { terms } from './world/terms.ts'

/** Storage and mail are configured by the caller. */
interface Given { database: Addresses; modules: readonly Module[]; log: (line: string) => void }

/** The demonstration is written once, and never over a database where somebody came by another way. */
export const isSeeded = async ({ owner }: Addresses): Promise<boolean> => {
  const pool = connect(owner, 1)
  try {
    const { rows: [state] } = await pool.query<{ begun: boolean; done: boolean; inhabited: boolean }>(`select
      exists (select from demo.seeding) as begun, exists (select from demo.seeding where done_at is not null) as done,
      exists (select from identity.person) as inhabited`)
    return state!.done || (state!.inhabited && !state!.begun)
  } finally {
    await pool.end()
  }
}

/** Only in a demonstration whose writing was cut: what was begun is emptied, so that the second time finds nothing by halves. */
const emptyAll = async (owner: Pool, modules: readonly Module[]) => {
  const { rows } = await owner.query<{ name: string }>({
    text: `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = any($1) and tablename <> 'migration'`,
    values: [modules.map(({ name }) => name)],
  })
  await owner.query(`truncate ${rows.map(({ name }) => name).join(', ')} cascade`)
}

const seedPeople = async (context: Context, portraits: Context) => {
  const ids = new Map<string, string>()
  for (const person of people as readonly Person[]) {
    const id = v7()
    const bytes = await picture(drawPortrait(person.key, person.look))
    const portraitFileId = await store(portraits, { name: `${person.key}.png`, bytes, uploadedBy: id })
    await createPerson(context, {
      id, firstName: person.firstName, lastName: person.lastName, email: person.email, title: person.title, location: person.location,
      department: person.department, about: person.about, isPublic: person.public, portraitFileId,
      platformRoles: person.role === 'platform administrator' ? ['administrator'] : moderators.includes(person.key) ? ['moderator'] : [],
    })
    await showPortrait(portraits, { id, is_public: person.public, portrait_file_id: portraitFileId })
    ids.set(person.key, id)
  }
  return ids
}

/** Writes the demonstration's world through the product's own operations; only the past (dates, counters) is written by SQL. */
export const seed = async ({ database, modules, log }: Given): Promise<void> => {
  const owner = connect(database.owner, 4)
  const portal = connect(database.portal, 8)
  const worker = connect(database.worker, 4)
  try {
    if ((await owner.query('select from demo.seeding')).rowCount === 1) await emptyAll(owner, modules)
    await owner.query('insert into demo.seeding (begun_at) values (now()) on conflict do nothing')
    const engine = createEngine(portal, portsOf(modules))
    const call = { actor: system, origin: { request: 'seed' } }
    const ids = await seedPeople({ ...engine.context(call), db: kyselyOn(owner) }, engine.context(call))
    await seedStaff({ ...engine.context(call), db: kyselyOn(owner) }, ids)
    await seedTerms({ ...engine.context(call), db: kyselyOn(owner) }, { world: terms, people: ids.values() })
    log(`${ids.size} people`)
    const places = await seedOrganisations({ engine, owner, people: ids, world: organisations })
    log(`${places.size} organisations`)
    await seedImports({ engine, owner, modules, people: ids, places, work: () => workOnce(worker, modules, (error) => { throw error }) })
    const { bases, resources } = await seedBases({ engine, owner, people: ids, world: commons, log })
    log(`${bases.size} bases, ${resources.size} resources`)
    await seedModeration({ engine, owner, modules, people: ids, resources })
    await seedMessages({ engine, owner, modules, people: ids })
    await workOnce(worker, modules, (error) => { throw error })
    await seedStatistics(worker)
    await owner.query('analyze')
    await owner.query('update demo.seeding set done_at = now()')
  } finally {
    await Promise.all([owner.end(), portal.end(), worker.end()])
  }
}
