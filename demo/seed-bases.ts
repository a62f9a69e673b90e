import type { Pool } from 'pg'
import type { Engine } from '#kernel/operation/engine.ts'
import { seedBases as seedCommons } from '#modules/bases/seed.ts'
import { commons } from './commons.ts'

interface Given { engine: Engine; owner: Pool; people: ReadonlyMap<string, string>; log: (line: string) => void }

/** The bases, resources and collections of the demonstration, with their pictures drawn. */
export const seedBases = async (given: Given): Promise<void> => {
  const { bases, resources } = await seedCommons({ ...given, world: commons })
  given.log(`${bases.size} bases, ${resources.size} resources`)
}
