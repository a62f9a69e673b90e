import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { MOST_PEOPLE } from '../limits.ts'
import { reachable, type Context } from '../policy.ts'
import { startConversation } from './start-conversation.ts'

const PAGE = 40
const person = z.object({ id: z.uuid(), name: z.string(), organisation: z.string(), group: z.string().nullable() })

/** One line a person: of several roles, the first by their names. */
const people = (context: Context) => reachable(context)
  .innerJoin('identity.card as named', 'named.id', 'theirs.person_id')
  .innerJoin('organisations.card as organisation', 'organisation.id', 'theirs.organisation_id')
  .where('named.name', 'is not', null).distinctOn(['named.name', 'theirs.person_id'])
  .select(['theirs.person_id as id', 'named.name as name', 'organisation.name as organisation', 'theirs.group_name as group'])
  .orderBy('named.name').orderBy('theirs.person_id').orderBy('theirs.role').$narrowType<{ name: string }>()

/** To whom one may write first, by name; those already chosen stand first, and only as long as one may write to them. */
export const findRecipients = query({
  http: 'GET /conversations/recipients',
  input: z.object({ q: z.string().trim().max(100).optional(), to: z.array(z.uuid()).max(MOST_PEOPLE).optional() }),
  output: z.object({ chosen: z.array(person), people: z.array(person), isMore: z.boolean(), q: z.string(), to: z.array(z.string()) }),
  allow: signedIn,
  confidential: true,
  can: { startConversation },
  run: async (context: Context, { q = '', to = [] }) => {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    const chosen = to.length === 0 ? [] : await people(context).where('theirs.person_id', 'in', to).execute()
    const found = await people(context).$if(to.length > 0, (rows) => rows.where('theirs.person_id', 'not in', to))
      .$if(q !== '', (rows) => rows.where(sql<boolean>`named.name ilike ${like}`)).limit(PAGE + 1).execute()
    return { chosen, people: found.slice(0, PAGE), isMore: found.length > PAGE, q, to: chosen.map(({ id }) => id) }
  },
})
