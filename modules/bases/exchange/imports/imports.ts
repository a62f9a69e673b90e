import { z } from 'zod'
import { attach, detach } from '#modules/files/api.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import type { Context } from '../../policy.ts'

export const states = ['reading', 'ready', 'unreadable', 'bringing', 'done', 'failed'] as const

/** An import is known to who began it, and to nobody else. */
export const importsOf = ({ db, actor }: Context) => db.selectFrom('bases.package_import as import').where('import.person_id', '=',
  actor.id ?? null)

/** Target of a command on one import. */
export const ownImport = (context: Context, importId: string) =>
  importsOf(context).selectAll('import').where('import.id', '=', importId).forNoKeyUpdate('import').executeTakeFirst()

const holderOf = (importId: string) => `bases.package-import:${importId}`

/**
 * Keeps the archive as long as the import needs it, for its sender alone.
 * @returns `held` while it waits for the virus scanner, `gone` when it was refused there or was never theirs.
 */
export const holdArchive = async (context: Context, importId: string, fileId: string,
  personId: string): Promise<'ready' | 'held' | 'gone'> => {
  try {
    await attach(context, { fileId, holder: holderOf(importId), principals: [`person:${personId}`] })
    return 'ready'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'files.held' ? 'held' : 'gone'
  }
}

/** It goes within a day. */
export const releaseArchive = (context: Context, importId: string): Promise<void> => detach(context, holderOf(importId))

/** What is kept of exchange/bring.ts's report, as the page shows it. */
export const reportShape = z.object({
  base: z.object({ title: z.string(), baseId: z.uuid().nullable(), slug: z.string().nullable(), isNew: z.boolean() }),
  resources: z.object({ inPackage: z.int(), new: z.int(), known: z.int(), published: z.int(), drafts: z.int() }),
  collections: z.int(), files: z.object({ count: z.int(), bytes: z.int() }),
  rejected: z.array(z.object({
    path: z.string(), reason: z.string(), title: z.string().nullable(), code: z.enum(['missing', 'altered', 'invalid']), place: z.string()
      .nullable(),
  })),
  lines: z.array(z.object({ id: z.string(), title: z.string(), state: z.enum(['new', 'known']), isPublished: z.boolean() })),
  notPublished: z.array(z.object({ id: z.string(), reason: z.string() })),
})
