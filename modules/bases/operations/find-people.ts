import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { personCard } from '../people.ts'
import type { Context } from '../policy.ts'

const MOST = 8

const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[\\%_]/g, '\\$&')
const foldedName = sql<string>`regexp_replace(normalize(person.name, NFKD), '[\\u0300-\\u036f]', '', 'g')`

const people = ({ db }: Context) => db.selectFrom('identity.card as person').where('person.is_erased', '=', false)
  .select(['person.id', 'person.name', 'person.title', 'person.portrait_file_id as portraitFileId', 'person.is_public'])

const named = (context: Context, words: string[]) => people(context).where('person.is_public', '=', true)
  .where((eb) => eb.and(words.map((word) => sql<boolean>`${foldedName} ilike ${`%${word}%`}`)))
  .orderBy(sql`person.name collate kernel.french`).orderBy('person.id').limit(MOST).execute()

/**
 * People to write with: those whose profile is public, by their name, accents or not. Not by address: nobody may learn here who has
 * an account, nor the name of a private profile by adding it. Invitations, which are accepted, will reach the others.
 */
export const findPeople = query({
  http: 'GET /people',
  input: z.object({ words: z.string().trim().max(100) }),
  output: z.object({ people: z.array(personCard) }),
  allow: signedIn,
  run: async (context: Context, { words }) => {
    const wanted = folded(words).split(/\s+/).filter(Boolean)
    return { people: wanted.join('').length < 2 ? [] : await named(context, wanted) }
  },
})
