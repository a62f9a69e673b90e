import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { live } from './module.ts'

/** The module's world in tests: a database of its own, with what the module needs and nothing else. */
export const world = worldOf(live)
export const aPerson = async () => makePerson((await world()).db)

/** These people have a page open, in a world that has this module: those who agreed are seen there. */
export const makePresent = async ({ pools }: { pools: { portal: Pool } }, personIds: readonly string[]) => {
  await pools.portal.query('select live.attend($1, $2, 50)', [v7(), personIds])
}
