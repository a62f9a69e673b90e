import { sql, type SqlBool } from 'kysely'
import { principalsOf } from '#kernel/operation/actor.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { owns } from '#kernel/operation/rule.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>

/** The person who sent the file. */
export const uploaded = owns('uploaded_by')

const shown = ({ actor }: Pick<Context, 'actor'>) => sql<SqlBool>`exists (select from files.reference
  where reference.file_id = file.id and reference.principals && ${principalsOf(actor)}::text[])`

/** Every read of files starts here: those that something one sees shows, and those that one has sent. */
export const filesSeenBy = ({ db, actor }: Context) => db.selectFrom('files.file as file').where('file.state', '=', 'ready')
  .where((eb) => eb.or([uploaded.where(actor, 'file'), shown({ actor })]))

/** One's own files, whatever their state until they are deleted. */
export const myFiles = ({ db, actor }: Context) =>
  db.selectFrom('files.file as file').where('file.state', '<>', 'deleted').where(uploaded.where(actor, 'file'))

/** One file that one sees or has sent, with what its rights and its answers need. */
export const fileSeenBy = ({ db, actor }: Context, id: string) => db.selectFrom('files.file as file').selectAll('file')
  .select(sql<boolean>`exists (select from files.reference
    where reference.file_id = file.id and 'public' = any(reference.principals))`.as('is_public'))
  .where('file.id', '=', id).where('file.state', '<>', 'deleted')
  .where((eb) => eb.or([uploaded.where(actor, 'file'), eb.and([eb('file.state', '=', 'ready'), shown({ actor })])]))

/** Files that were sent and that nothing shows yet may weigh this much in all, in bytes, for each person. */
const UNUSED = 1_000_000_000

/** Refuses a visitor, and a person whose files that nothing shows weigh too much: disks fill otherwise. */
export const admitUpload = async ({ db, actor }: Context): Promise<string> => {
  if (!actor.id) throw new Refusal('sign-in-required', {}, 401)
  const { size } = await db.selectFrom('files.file').select(({ fn }) => fn.coalesce(fn.sum<number>('size'), sql<number>`0`).as('size'))
    .where('uploaded_by', '=', actor.id).where('reference_count', '=', 0).where('state', 'in', ['uploading', 'held', 'ready'])
    .executeTakeFirstOrThrow()
  if (size > UNUSED) throw new Refusal('files.too-many-unused')
  return actor.id
}
