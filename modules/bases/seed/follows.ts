import { followBase } from '../operations/follow-base.ts'
import { followPerson } from '../operations/follow-person.ts'
import type { Seeding } from '../seed.ts'

/** Whom and what each person follows. People whose profile is private cannot be followed: the world names them all the same. */
export const seedFollows = async ({ world, run, bases, person, owner }: Seeding) => {
  const open = new Set((await owner.selectFrom('identity.card').select('id').where('is_public', '=', true).execute()).map(({ id }) => id))
  for (const [key, follows] of Object.entries(world.follows)) {
    for (const base of follows.bases ?? []) await run(key, followBase, { baseId: bases.get(base)! })
    for (const other of follows.people ?? []) if (open.has(person(other))) await run(key, followPerson, { personId: person(other) })
  }
}
