import type { Context } from '#kernel/operation/operation.ts'

/** What the module of people tells of them, for who searches the trace: this one only knows identifiers. */
export interface People {
  /** Names by identifier; those that have none are left out. */
  readonly names: (context: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Identifiers of those whom words name exactly: an e-mail address. */
  readonly find: (context: Context, words: string) => Promise<readonly string[]>
}

let people: People = { names: async () => new Map(), find: async () => [] }

/** The module of people needs this one, and says here how they are named and found. */
export const knowPeopleBy = (given: People): void => { people = given }

export const namesOf: People['names'] = async (context, ids) => ids.length === 0 ? new Map() : people.names(context, [...new Set(ids)])

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Who is meant by an identifier or by what `find` understands. */
export const peopleMeant = async (context: Context, words: string): Promise<readonly string[]> =>
  UUID.test(words) ? [words.toLowerCase()] : people.find(context, words)
