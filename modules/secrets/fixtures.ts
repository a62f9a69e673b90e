import { randomBytes } from 'node:crypto'
import type { World } from '#kernel/testing/world.ts'
import { configureSecrets, masterKeys } from './api.ts'

const ready = new WeakSet<World>()

/** The same world, whose process has keys to encrypt with. */
export const keyed = (world: () => Promise<World>) => async (): Promise<World> => {
  const there = await world()
  if (!ready.has(there)) configureSecrets(masterKeys(randomBytes(32).toString('base64')), there.pools.owner)
  ready.add(there)
  return there
}
