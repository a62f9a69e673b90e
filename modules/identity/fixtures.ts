import { v7 } from '#kernel/id.ts'
import type { Kysely } from 'kysely'
import type { Context } from '#kernel/operation/operation.ts'
import { system } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { keyed } from '#modules/secrets/fixtures.ts'
import { identity } from './module.ts'
import { createPerson, type NewPerson } from './person.ts'

export const world = keyed(worldOf(identity))

/** A person in any world whose database has this module: `makePerson((await world()).db)`. */
export const makePerson = async (db: Kysely<any>, given: Partial<NewPerson> = {}): Promise<{ id: string; email: string }> => {
  const email = given.email ?? `${v7()}@example.org`
  const context: Context = {
    db, actor: system, now: new Date().toISOString(), origin: { request: 'fixture' },
    record: async () => { throw new Error('A fixture records no fact') },
  }
  return { id: await createPerson(context, { firstName: 'Ada', lastName: 'Martin', ...given, email }), email }
}

/** A person in this module's own world. */
export const aPerson = async (given: Partial<NewPerson> = {}) => makePerson((await world()).db, given)
