import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { attach, detach } from '#modules/files/api.ts'
import { declareFeature, switchFor } from '#modules/switches/api.ts'
import { me, type Context } from './policy.ts'
import { fr } from './web/attachments.fr.ts'

/** Files of messages, as administrators switch them off apart: words go on. */
export const ATTACHMENTS = 'attachments'
declareFeature({ code: ATTACHMENTS, label: fr.feature, whenOff: 'refuse' })

/** Files of one message. */
export const MOST_FILES = 5
/** What one adds to words, as a form sends it. */
export const attached = {
  fileIds: z.array(z.uuid()).max(MOST_FILES).optional(),
  /** What its pictures show, in words. */
  alt: z.string().trim().max(300).optional(),
}
export interface Files { readonly fileIds?: readonly string[]; readonly alt?: string }

const holderOf = (id: string) => `messaging.attachment:${id}`

/** @throws Refusal 503 when there are files and they are switched off for the person who acts: they may send the words alone. */
export const admitFiles = async (context: Context, { fileIds = [] }: Files): Promise<void> => {
  if (fileIds.length > 0 && await switchFor(context, ATTACHMENTS)) throw new Refusal('messaging.attachments-closed', {}, 503)
}

/** A message of one's own, or one of one's that waits. */
export type Place = { conversationId: string; messageId: string } | { heldId: string }

const readersOf = async ({ db }: Context, place: Place, author: string): Promise<string[]> => {
  if ('heldId' in place) return [`person:${author}`]
  const { rows: [row] } = await sql<{ readers: string[] }>`select messaging.readers_of(${place.messageId}::uuid) as readers`.execute(db)
  return row!.readers
}

/**
 * Adds files to what one writes, in its transaction: whoever reads it reads them.
 * @throws Refusal `files.unknown`, `files.held` for a file that one has not sent, or that is still being looked at.
 */
export const attachFiles = async (context: Context, place: Place, { fileIds = [], alt = '' }: Files): Promise<void> => {
  if (fileIds.length === 0) return
  const person_id = me(context)
  const principals = await readersOf(context, place, person_id)
  const where = 'heldId' in place ? { held_id: place.heldId } : { conversation_id: place.conversationId, message_id: place.messageId }
  for (const [position, file_id] of [...new Set(fileIds)].entries()) {
    const id = v7()
    await attach(context, { fileId: file_id, holder: holderOf(id), principals })
    await context.db.insertInto('messaging.attachment').values({ id, person_id, file_id, position, alt, principals, ...where }).execute()
  }
}

const columns = { messageId: 'message_id', heldId: 'held_id', personId: 'person_id', conversationId: 'conversation_id' } as const
type Owner = keyof typeof columns

/** Those of a message, of one that waits, of a person, of a conversation are shown no more: nothing keeps their files then. */
export const dropFiles = async (context: KernelContext, owner: { readonly [K in Owner]?: string }): Promise<void> => {
  const [[name, id]] = Object.entries(owner) as [[Owner, string]]
  const gone = await (context as Context).db.deleteFrom('messaging.attachment').where(columns[name], '=', id).returning('id').execute()
  for (const one of gone) await detach(context, holderOf(one.id))
}

/** Files of what waits, to be sent with it. */
export const filesOfHeld = async ({ db }: Context, heldId: string): Promise<Files> => {
  const rows = await db.selectFrom('messaging.attachment').select(['file_id', 'alt']).where('held_id', '=', heldId).orderBy('position')
    .execute()
  return { fileIds: rows.map((row) => row.file_id), alt: rows[0]?.alt }
}

/** A file of a message, as its readers see it; pictures have a size. */
export const fileShape = z.object({
  id: z.uuid(), fileId: z.uuid(), name: z.string(), mime: z.string(), size: z.number(), width: z.int().nullable(), height: z.int()
    .nullable(),
  alt: z.string(),
})
export type Shown = z.output<typeof fileShape>

/** The files of these messages, or of these that wait, by their keys. */
export const filesOf = async ({ db }: Context, column: 'message_id' | 'held_id', ids: readonly string[]): Promise<ReadonlyMap<string,
  Shown[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('messaging.attachment as one').innerJoin('files.card as card', 'card.id', 'one.file_id')
    .select(['one.id', `one.${column} as of`, 'one.file_id as fileId', 'card.name', 'card.mime', 'card.size', 'card.width', 'card.height',
      'one.alt'])
    .where(`one.${column}`, 'in', [...ids]).orderBy('one.position').execute()
  return Map.groupBy(rows, (row) => row.of!)
}

/**
 * Files follow those who read: whoever left a conversation opens none of its files any more, whoever's account became another keeps theirs.
 * @param conversationId all of them when left out.
 */
export const syncReaders = async (context: Context, conversationId: string | null = null): Promise<number> => {
  const { rows } = await sql<{ id: string; file_id: string; readers: string[] }>`
    select one.id, one.file_id, readers from messaging.attachment as one cross join lateral messaging.readers_of(one.message_id) as readers
    where one.message_id is not null and (${conversationId}::uuid is null or one.conversation_id = ${conversationId}::uuid)
      and readers <> one.principals`.execute(context.db)
  for (const { id, file_id: fileId, readers: principals } of rows) {
    await attach(context, { fileId, holder: holderOf(id), principals })
    await context.db.updateTable('messaging.attachment').set({ principals }).where('id', '=', id).execute()
  }
  return rows.length
}
