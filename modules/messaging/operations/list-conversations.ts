import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { speaksTo, conversationsSeenBy, me, unreadConversations, type Context } from '../policy.ts'
import { titleOf } from '../title.ts'
import { archiveConversation } from './archive-conversation.ts'
import { openConversation } from './open-conversation.ts'

const PAGE = 30
/** The instant and the key of the last one shown. */
const cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[0-9a-f-]{36}$/)
const commands = { openConversation, archiveConversation }
// Each asks only that one is signed in: the rows are one's own.
const can: Record<keyof typeof commands, Operation> = commands

const archived = sql<boolean>`coalesce(mine.archived_seq >= conversation.last_seq, false)`
/** Words in a message that they read, whole, whatever their capitals. */
const holding = (q: string) => sql<boolean>`exists (select from messaging.message where message.conversation_id = conversation.id
  and message.body ilike ${`%${q.replaceAll(/[\\%_]/g, '\\$&')}%`})`

/** One's conversations, the last written first; those in which some words were written, when they are given. */
export const listConversations = query({
  http: 'GET /conversations',
  input: z.object({ archived: z.boolean().optional(), q: z.string().trim().max(100).optional(), before: cursor.optional() }),
  output: z.object({
    conversations: z.array(z.object({
      id: z.uuid(), title: z.string(), kind: z.string(), isAnnouncements: z.boolean(), lastAt: z.string(),
      unread: z.int(), hasDraft: z.boolean(),
      last: z.object({ by: z.string().nullable(), isMine: z.boolean(), excerpt: z.string(), isDeleted: z.boolean() }).nullable(),
    })),
    /** How many conversations have something unread; 100 stands for more than 99. */
    unread: z.int(), onlyArchived: z.boolean(), q: z.string(), next: z.string().nullable(), now: z.string(), timeZone: z.string(),
    speaks: z.boolean(),
  }),
  allow: signedIn,
  confidential: true,
  can,
  run: async (context: Context, { archived: onlyArchived = false, q = '', before }) => {
    const [at, id] = before?.split('_') ?? []
    const found = await conversationsSeenBy(context)
      .leftJoin('messaging.message as last', (join) => join.onRef('last.conversation_id', '=', 'conversation.id')
        .onRef('last.seq', '=', 'conversation.last_seq'))
      .leftJoin('identity.card as author', 'author.id', 'last.author_id')
      .leftJoin('messaging.draft as draft', (join) => join.onRef('draft.conversation_id', '=', 'conversation.id')
        .onRef('draft.person_id', '=', 'mine.person_id'))
      .select(['conversation.id', 'conversation.title', 'conversation.kind', 'conversation.is_announcements', 'conversation.last_at',
        'conversation.last_seq', 'mine.read_seq', 'last.id as last_id', 'last.author_id', 'author.name as author_name',
        'draft.at as draft_at', sql<string | null>`left(last.body, 140)`.as('excerpt')])
      .$if(q === '', (rows) => rows.where(archived, '=', onlyArchived)).$if(q !== '', (rows) => rows.where(holding(q)))
      .$if(at !== undefined, (rows) => rows.where((eb) =>
        eb(eb.refTuple('conversation.last_at', 'conversation.id'), '<', eb.tuple(at!, id!))))
      .orderBy('conversation.last_at', 'desc').orderBy('conversation.id', 'desc').limit(PAGE + 1).execute()
    const rows = found.slice(0, PAGE)
    const titles = await titleOf(context, rows)
    const end = found.length > PAGE ? rows.at(-1) : undefined
    return {
      conversations: rows.map((row) => ({
        id: row.id, title: titles.get(row.id)!, kind: row.kind, isAnnouncements: row.is_announcements, lastAt: row.last_at,
        unread: Math.max(0, row.last_seq - row.read_seq), hasDraft: row.draft_at !== null,
        last: row.last_id === null ? null
          : { by: row.author_name, isMine: row.author_id === me(context), excerpt: row.excerpt ?? '', isDeleted: row.excerpt === '' },
      })),
      unread: await unreadConversations(context, me(context)), onlyArchived, q, next: end ? `${end.last_at}_${end.id}` : null,
      now: context.now, timeZone: context.actor.timeZone,
      speaks: context.actor.grants.some(({ scope, id: group }) => scope === 'group' && speaksTo.holds(context.actor, { group_id: group })),
    }
  },
})
