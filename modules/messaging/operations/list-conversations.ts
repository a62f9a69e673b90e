import { sql } from 'kysely'
import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { folder, foldersOf } from '../folders.ts'
import { heldOf, heldShape } from '../held.ts'
import { speaksTo, conversationsSeenBy, me, unreadConversations, type Context } from '../policy.ts'
import { titleOf } from '../title.ts'
import { archiveConversation } from './archive-conversation.ts'
import { discardHeldMessage } from './discard-held-message.ts'
import { openConversation } from './open-conversation.ts'
import { sendHeldMessage } from './send-held-message.ts'
import { takeBackMessage } from './take-back-message.ts'

const PAGE = 30
/** The instant and the key of the last one shown. */
const cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[0-9a-f-]{36}$/)
const commands = { openConversation, archiveConversation, takeBackMessage, sendHeldMessage, discardHeldMessage }
// Each asks only that one is signed in: the rows are one's own.
const can: Record<keyof typeof commands, Operation> = commands

const archived = sql<boolean>`coalesce(mine.archived_seq >= conversation.last_seq, false)`

/** One's conversations, the last written first: those under way or those put away; or all those of one folder. */
export const listConversations = query({
  http: 'GET /conversations',
  input: z.object({ archived: z.boolean().optional(), folder: z.uuid().optional(), before: cursor.optional() }),
  output: z.object({
    conversations: z.array(z.object({
      id: z.uuid(), title: z.string(), kind: z.string(), isAnnouncements: z.boolean(), lastAt: z.string(),
      unread: z.int(), hasDraft: z.boolean(),
      last: z.object({ by: z.string().nullable(), isMine: z.boolean(), excerpt: z.string(), isDeleted: z.boolean() }).nullable(),
    })),
    /** How many conversations have something unread; 100 stands for more than 99. */
    unread: z.int(), onlyArchived: z.boolean(), folders: z.array(folder), folderId: z.uuid().nullable(),
    next: z.string().nullable(), now: z.string(), timeZone: z.string(),
    speaks: z.boolean(),
    /** What one has written and that waits, or was given back. */
    held: z.array(heldShape),
  }),
  allow: signedIn,
  confidential: true,
  can,
  run: async (context: Context, { archived: onlyArchived = false, folder: folderId, before }) => {
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
      .$if(folderId === undefined, (rows) => rows.where(archived, '=', onlyArchived))
      .$if(folderId !== undefined, (rows) => rows.where((eb) => eb.exists(eb.selectFrom('messaging.filing as filing')
        .select('filing.folder_id')
        .whereRef('filing.conversation_id', '=', 'conversation.id').whereRef('filing.person_id', '=', 'mine.person_id')
        .where('filing.folder_id', '=', folderId!))))
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
      held: await heldOf(context),
      unread: await unreadConversations(context, me(context)), onlyArchived, folders: await foldersOf(context),
      folderId: folderId ?? null, next: end ? `${end.last_at}_${end.id}` : null,
      now: context.now, timeZone: context.actor.timeZone,
      speaks: context.actor.grants.some(({ scope, id: group }) => scope === 'group' && speaksTo.holds(context.actor, { group_id: group })),
    }
  },
})
