import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { z } from 'zod'
import { kyselyOn } from '#kernel/db/connection.ts'
import { system, type Actor } from '#kernel/operation/actor.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import type { Operation, Output } from '#kernel/operation/operation.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import { store } from '#modules/files/api.ts'
import type { Audience, difficultyAreas, Licence, SupportType, Theme } from './enumerations.ts'
import { bases as module } from './module.ts'
import type { Tables } from './policy.ts'
import { countShared } from './counting.ts'
import { indexEveryProfile } from './profile-index.ts'
import { dateBack } from './seed/date-back.ts'
import { seedCollections } from './seed/collections.ts'
import { seedEntries } from './seed/entries.ts'
import { seedFollows } from './seed/follows.ts'
import { seedOpinions } from './seed/opinions.ts'
import { seedReadings } from './seed/readings.ts'
import { seedResources } from './seed/resources.ts'
import { seedTeams } from './seed/teams.ts'

export { seedLarge } from './seed/large.ts'

export interface SeedBase {
  key: string; title: string; excerpt: string; description: string; department?: string; website?: string; email?: string; public: boolean
  administrators: readonly string[]; contributors: readonly string[]
}
export type SeedContent =
  | { type: 'section_title'; title: string }
  | { type: 'text'; title?: string; text: string }
  | { type: 'image'; title?: string; drawing: string; alt: string; caption?: string }
  | { type: 'link'; title?: string; url: string; caption: string }
  | { type: 'file'; title?: string; caption?: string; file: string }
  | { type: 'linked_resource'; resource: string; caption?: string }
export interface SeedResource {
  key: string; base?: string; author: string; contributors?: readonly string[]; title: string; description: string
  themes: Theme[]; supportTypes: SupportType[]; audiences: Audience[]; licence: Licence
  state: 'published' | 'private' | 'draft'
  /** Days before now: of the publication, or of the last change of what is not published. */
  daysAgo: number
  drawing: string
  contents: readonly SeedContent[]
}
export interface SeedCollection {
  key: string; owner: { person: string } | { base: string }; title: string; description: string; public: boolean
  resources: readonly string[]
}

/** The demonstration's world, by keys; its pictures are drawn when they are asked for. */
export interface SeedWorld {
  bases: readonly SeedBase[]
  resources: readonly SeedResource[]
  collections: readonly SeedCollection[]
  /** What each person keeps, the latest first. */
  saves: Readonly<Record<string, readonly string[]>>
  /** Collections of others that each person keeps. */
  savedCollections: Readonly<Record<string, readonly string[]>>
  /** The bases and the people whom each person follows; a profile that is private is left out. */
  follows: Readonly<Record<string, { bases?: readonly string[]; people?: readonly string[] }>>
  opinions: readonly { resource: string; person: string; rating: 1 | 2 | 3 | 4; daysAgo: number; comment?: string
    answers?: readonly { person: string; daysAgo: number; comment: string }[] }[]
  /** Invitations that wait, to a person of the world or to an address. */
  invitations: readonly { by: string; base?: string; resource?: string; to: { person: string } | { email: string }; message: string }[]
  joinRequests: readonly { by: string; base: string; message: string }[]
  /** Drafts that were deleted and can be brought back. */
  deleted: readonly { by: string; title: string; description: string; daysAgo: number }[]
  siteFeedback: readonly { by: string; rating: number; area?: typeof difficultyAreas[number]; text: string; daysAgo: number }[]
  /** People whose welcome is behind them. */
  welcomed: readonly string[]
  picture: (drawing: string, key: string) => Promise<Buffer>
  logo: (base: SeedBase) => Promise<Buffer>
  cover: (base: SeedBase) => Promise<Buffer>
  file: (name: string) => { name: string; bytes: Buffer }
}

interface Given {
  engine: Engine
  /** Connections of the owner of the tables, who alone may write dates of before. */
  owner: Pool
  /** Identifier of each person by key. */
  people: ReadonlyMap<string, string>
  world: SeedWorld
  log?: (line: string) => void
}

/** What the parts of the seed share: it acts as its people, through the operations, and remembers the identifiers given. */
export const seeding = ({ engine, owner, people, world }: Given) => {
  const person = (key: string): string => {
    const id = people.get(key)
    if (!id) throw new Error(`The demonstration has nobody called ${key}`)
    return id
  }
  const actorOf = async (key: string): Promise<Actor> =>
    ({ id: person(key), grants: await grantsOf(owner, [module], person(key)), timeZone: 'Europe/Paris' })
  const run = async <Op extends Operation>(key: string, operation: Op, input: z.input<Op['input']>): Promise<Output<Op>> =>
    (await engine.run(operation, input, { actor: await actorOf(key), origin: { request: 'seed' } })).output
  const origin = { request: 'seed' }
  return {
    world, person, run, owner: kyselyOn<Tables>(owner), context: engine.context({ actor: system, origin }),
    /** Stores bytes as sent by a person. @returns the file's identifier. */
    send: (key: string, name: string, bytes: Buffer) => store(engine.context({ actor: system, origin }),
      { name, bytes, uploadedBy: person(key) }),
    bases: new Map<string, string>(), resources: new Map<string, string>(), now: Date.now(),
  }
}
export type Seeding = ReturnType<typeof seeding>

/** Writes the demonstration's commons by running the operations as its people, then dates it back. */
export const seedBases = async (given: Given): Promise<{ bases: ReadonlyMap<string, string>; resources: ReadonlyMap<string, string> }> => {
  const seed = seeding(given)
  await seedTeams(seed)
  await seedResources(seed, given.log)
  // They accepted and published long ago: nobody of the demonstration is told of it today.
  await sql`delete from kernel.fact where name like 'bases.invitation-%' or name = 'bases.publication-made'`.execute(seed.owner)
  await seedCollections(seed)
  await seedFollows(seed)
  await dateBack(seed)
  await seedOpinions(seed)
  await seedEntries(seed)
  await seedReadings(seed)
  await indexEveryProfile(seed.context)
  await countShared(seed.context)
  return { bases: seed.bases, resources: seed.resources }
}
