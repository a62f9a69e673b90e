import { createCollection } from '../operations/create-collection.ts'
import { saveResource } from '../operations/save-resource.ts'
import { saveCollection } from '../operations/save-collection.ts'
import type { SeedCollection, Seeding } from '../seed.ts'

const hold = async ({ world, run, bases, resources }: Seeding,
  { owner, title, description, public: isPublic, resources: keys }: SeedCollection) => {
  const base = 'base' in owner ? world.bases.find(({ key }) => key === owner.base)! : undefined
  const by = 'person' in owner ? owner.person : base!.administrators[0]!
  const { collectionId } = await run(by, createCollection, { title, description, isPublic, baseId: base ? bases.get(base.key)! : null })
  for (const key of keys) await run(by, saveResource, { resourceId: resources.get(key)!, collectionId })
  return collectionId
}

/** Collections, and what each person keeps: the first kept comes first. */
export const seedCollections = async (seed: Seeding) => {
  const ids = new Map<string, string>()
  for (const collection of seed.world.collections) ids.set(collection.key, await hold(seed, collection))
  for (const [person, keys] of Object.entries(seed.world.savedCollections)) {
    for (const key of keys) await seed.run(person, saveCollection, { collectionId: ids.get(key)! })
  }
  for (const [person, keys] of Object.entries(seed.world.saves)) {
    for (const key of keys.toReversed()) await seed.run(person, saveResource, { resourceId: seed.resources.get(key)! })
  }
}
