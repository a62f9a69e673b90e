import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { peopleByAddress } from '#modules/identity/api.ts'
import { personCard } from '../people.ts'
import type { Context } from '../policy.ts'

const MOST = 8

const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[\\%_]/g, '\\$&')
const foldedName = sql<string>`regexp_replace(normalize(person.name, NFKD), '[\\u0300-\\u036f]', '', 'g')`

const people = ({ db }: Context) => db.selectFrom('identity.card as person').where('person.is_erased', '=', false)
  .select(['person.id', 'person.name', 'person.title', 'person.portrait_file_id as portraitFileId', 'person.is_public'])

const withAddress = async (context: Context, email: string) => {
  const found = await peopleByAddress(context, [email])
  if (found.length === 0) return []
  const rows = await people(context).where('person.id', 'in', found.map(({ personId }) => personId)).execute()
  // Who knows the address may invite; a name that is not public is not told for it.
  return rows.map((row) => row.is_public ? row : { ...row, name: null, title: null, portraitFileId: null })
}

const named = (context: Context, words: string[]) => people(context).where('person.is_public', '=', true)
  .where((eb) => eb.and(words.map((word) => sql<boolean>`${foldedName} ilike ${`%${word}%`}`)))
  .orderBy(sql`person.name collate kernel.french`).orderBy('person.id').limit(MOST).execute()

/** People to write with: those whose profile is public by their name, accents or not; anyone by their whole e-mail address. */
export const findPeople = query({
  http: 'GET /people',
  input: z.object({ words: z.string().trim().max(254) }),
  output: z.object({ people: z.array(personCard) }),
  allow: signedIn,
  run: async (context: Context, { words }) => {
    if (words.includes('@')) return { people: await withAddress(context, words) }
    const wanted = folded(words).split(/\s+/).filter(Boolean)
    return { people: wanted.join('').length < 2 ? [] : await named(context, wanted) }
  },
})
