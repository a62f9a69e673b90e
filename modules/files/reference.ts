import { scopesOf } from '#kernel/operation/actor.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { fileSeenBy, type Context } from './policy.ts'

/** @property holder what shows the file, `bases.content:<uuid>`: one file a holder. @property principals keys of those who see it. */
export interface Reference { fileId: string; holder: string; principals: string[] }

/** Reactions and jobs act for nobody: what they attach was chosen by a person's command before. */
const isProgram = ({ actor }: Context) => scopesOf(actor, 'platform', 'system').length > 0

/** Locks the file until the end of the transaction, so that the collection of orphans waits, then sees the reference. */
const usable = async (context: Context, fileId: string) => {
  const all = isProgram(context) ? context.db.selectFrom('files.file as file').select('file.state').where('file.id', '=', fileId)
    : fileSeenBy(context, fileId).clearSelect().select('file.state')
  const file = await all.forNoKeyUpdate('file').executeTakeFirst()
  if (file?.state === 'held') throw new Refusal('files.held')
  return file?.state === 'ready'
}

/**
 * Declares that `holder` shows this file to these principals, in the caller's transaction. Again for the same holder: replaces file and
 * principals; a holder keeps its file whoever calls.
 * @throws Refusal `files.unknown` for a file that is not ready, or neither sent by the actor nor visible to them; `files.held` for one that
 * waits for the virus scanner.
 */
export const attach = async (context: KernelContext, { fileId, holder, principals }: Reference): Promise<void> => {
  const { db }: Context = context
  const known = await db.selectFrom('files.reference').select('file_id').where('holder', '=', holder).forUpdate().executeTakeFirst()
  if (known?.file_id !== fileId && !await usable(context, fileId)) throw new Refusal('files.unknown')
  await db.insertInto('files.reference').values({ holder, file_id: fileId, principals })
    .onConflict((conflict) => conflict.column('holder').doUpdateSet({ file_id: fileId, principals })).execute()
}

/** The holder shows its file no longer; nothing happens if it had none. A file that nothing shows is collected a day later. */
export const detach = async (context: KernelContext, holder: string): Promise<void> => {
  const { db }: Context = context
  await db.deleteFrom('files.reference').where('holder', '=', holder).execute()
}
