import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { me, type Context } from './policy.ts'

/** A folder of one's own, with how many conversations it holds, and in how many something is new. */
export const folder = z.object({ id: z.uuid(), name: z.string(), count: z.int(), unread: z.int() })

/** One's folders, by name. Conversations that one has left are not counted. */
export const foldersOf = async (context: Context): Promise<z.output<typeof folder>[]> => {
  const { rows } = await sql<z.output<typeof folder>>`
    select folder.id, folder.name, count(mine.conversation_id)::int as count,
      count(*) filter (where conversation.last_seq > mine.read_seq)::int as unread
    from messaging.folder
    left join messaging.filing on filing.folder_id = folder.id
    left join messaging.conversation on conversation.id = filing.conversation_id
    left join messaging.participant as mine on mine.conversation_id = conversation.id and mine.person_id = folder.person_id
      and mine.left_at is null
    where folder.person_id = ${me(context)} group by folder.id, folder.name
    order by folder.name collate kernel.french, folder.id`.execute(context.db)
  return rows
}

/** One of them, held until the commit. */
export const lockedFolder = (context: Context, folderId: string) => context.db.selectFrom('messaging.folder').selectAll()
  .where('id', '=', folderId).where('person_id', '=', me(context)).forUpdate().executeTakeFirst()

/** @throws Refusal `messaging.folder-exists` when another one is called so. */
export const refuseTwin = async (context: Context, name: string, but?: string): Promise<void> => {
  const twin = await context.db.selectFrom('messaging.folder').select('id').where('person_id', '=', me(context)).where('name', '=', name)
    .$if(but !== undefined, (rows) => rows.where('id', '<>', but!)).executeTakeFirst()
  if (twin) throw new Refusal('messaging.folder-exists')
}
