import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { live } from './module.ts'

/** The module's world in tests: a database of its own, with what the module needs and nothing else. */
export const world = worldOf(live)
export const aPerson = async () => makePerson((await world()).db)
