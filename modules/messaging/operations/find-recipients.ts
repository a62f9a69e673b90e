import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { limits } from '#modules/files/api.ts'
import { isHeld } from '#modules/switches/api.ts'
import { ATTACHMENTS, MOST_FILES } from '../attaching.ts'
import { MOST_PEOPLE } from '../limits.ts'
import type { Context } from '../policy.ts'
import { recipients } from '../recipients.ts'
import { startConversation } from './start-conversation.ts'

const PAGE = 40
const person = z.object({ id: z.uuid(), name: z.string(), organisation: z.string(), group: z.string().nullable() })

/** To whom one may write first, by name; those already chosen stand first, and only as long as one may write to them. */
export const findRecipients = query({
  http: 'GET /conversations/recipients',
  input: z.object({ q: z.string().trim().max(100).optional(), to: z.array(z.uuid()).max(MOST_PEOPLE).optional() }),
  output: z.object({
    chosen: z.array(person), people: z.array(person), isMore: z.boolean(), q: z.string(), to: z.array(z.string()),
    /** What may go with the words; nothing while files are switched off for the person. */
    files: z.object({ most: z.int(), maxBytes: z.int() }).nullable(),
  }),
  allow: signedIn,
  confidential: true,
  can: { startConversation },
  run: async (context: Context, { q = '', to = [] }) => {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`
    const chosen = to.length === 0 ? [] : await recipients(context).where('theirs.person_id', 'in', to).execute()
    const found = await recipients(context).$if(to.length > 0, (rows) => rows.where('theirs.person_id', 'not in', to))
      .$if(q !== '', (rows) => rows.where(sql<boolean>`messaging.folded(named.name) like messaging.folded(${like})`)).limit(PAGE + 1)
        .execute()
    const files = await isHeld(context, ATTACHMENTS) ? null : { most: MOST_FILES, maxBytes: limits.file }
    return { chosen, people: found.slice(0, PAGE), isMore: found.length > PAGE, q, to: chosen.map(({ id }) => id), files }
  },
})
