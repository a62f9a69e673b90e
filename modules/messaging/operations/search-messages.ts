import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { excerptOf } from '../excerpt.ts'
import { me, messagesSeenBy, type Context } from '../policy.ts'
import { titleOf } from '../title.ts'

const PAGE = 20
/** The instant and the key of the last one shown. */
const cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[0-9a-f-]{36}$/)

/**
 * The messages of one's conversations that hold all these words, or what begins so, the newest first; accents and capitals count
 * for nothing.
 */
export const searchMessages = query({
  http: 'GET /messages/search',
  input: z.object({ q: z.string().trim().max(100).optional(), before: cursor.optional() }),
  output: z.object({
    messages: z.array(z.object({
      id: z.uuid(), conversationId: z.uuid(), seq: z.int(), title: z.string(), by: z.string().nullable(), isMine: z.boolean(),
        at: z.string(),
      excerpt: z.array(z.object({ text: z.string(), isFound: z.boolean(), at: z.int() })),
    })),
    q: z.string(), next: z.string().nullable(), now: z.string(), timeZone: z.string(),
  }),
  allow: signedIn,
  confidential: true,
  run: async (context: Context, { q = '', before }) => {
    const [at = null, id = null] = before?.split('_') ?? []
    const found = q === '' ? [] : await messagesSeenBy(context)
      .innerJoin('messaging.conversation as conversation', 'conversation.id', 'message.conversation_id')
      .leftJoin('identity.card as author', 'author.id', 'message.author_id')
      .select(['message.id', 'message.seq', 'message.at', 'message.body', 'message.author_id', 'author.name as by',
        'conversation.id as conversation_id', 'conversation.title'])
      .where(sql<boolean>`message.id in (select messaging.found(${q}, ${at}::timestamptz, ${id}::uuid, ${sql.lit(PAGE + 1)}))`)
      .orderBy('message.at', 'desc').orderBy('message.id', 'desc').execute()
    const rows = found.slice(0, PAGE)
    const titles = await titleOf(context, [...new Map(rows.map((row) => [row.conversation_id, { id: row.conversation_id,
      title: row.title }])).values()])
    const end = found.length > PAGE ? rows.at(-1) : undefined
    return {
      messages: rows.map((row) => ({
        id: row.id, conversationId: row.conversation_id, seq: row.seq, title: titles.get(row.conversation_id)!, by: row.by,
        isMine: row.author_id === me(context), at: row.at, excerpt: excerptOf(row.body, q),
      })),
      q, next: end ? `${end.at}_${end.id}` : null, now: context.now, timeZone: context.actor.timeZone,
    }
  },
})
