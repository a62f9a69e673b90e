import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { conversationSeenBy, type Context } from '../policy.ts'
import { recipients } from '../recipients.ts'
import { titleOf } from '../title.ts'
import { addPeople } from './add-people.ts'
import { renameGroup } from './rename-group.ts'

const PAGE = 40

/** Whom one may reach and who never was in it. */
const people = (context: Context, conversationId: string) => recipients(context)
  .where((eb) => eb.not(eb.exists(eb.selectFrom('messaging.participant as there').select('there.person_id')
    .where('there.conversation_id', '=', conversationId).whereRef('there.person_id', '=', 'theirs.person_id'))))

/** A group, its name, and those whom one may bring to it, by name. */
export const findPeopleToAdd = query({
  http: 'GET /conversations/:conversationId/people-to-add',
  input: z.object({ conversationId: z.uuid(), q: z.string().trim().max(100).optional() }),
  output: z.object({
    id: z.uuid(), title: z.string(), name: z.string().nullable(), q: z.string(), isMore: z.boolean(),
    people: z.array(z.object({ id: z.uuid(), name: z.string(), organisation: z.string(), group: z.string().nullable() })),
  }),
  on: async (context: Context, { conversationId }) => {
    const row = await conversationSeenBy(context, conversationId).executeTakeFirst()
    return row?.kind === 'group' ? row : undefined
  },
  allow: signedIn,
  confidential: true,
  can: { addPeople, renameGroup },
  run: async (context: Context, { q = '' }, row) => {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    const found = await people(context, row.id)
      .$if(q !== '', (rows) => rows.where(sql<boolean>`messaging.folded(named.name) like messaging.folded(${like})`)).limit(PAGE + 1)
        .execute()
    const titles = await titleOf(context, [row])
    return {
      id: row.id, title: titles.get(row.id)!, name: row.title, q, people: found.slice(0, PAGE), isMore: found.length > PAGE,
    }
  },
})
