import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { allOf, anyOf, signedIn, where } from '#kernel/operation/rule.ts'
import { packageGiven } from '../../events.ts'
import { administersBase, lockedBase, type Context } from '../../policy.ts'
import { holdArchive } from './imports.ts'

/** Where a package goes: a base that one administers, or one that it opens (`alone`). */
const placeOf = async (context: Context, baseId: string | null) => {
  if (baseId === null) return { alone: true, id: null, withheld: null }
  const base = await lockedBase(context, baseId)
  return base && { alone: false, id: base.id, withheld: base.withheld }
}

/** Gives an archive that was sent: it is read, and what it would bring is shown. Writes nothing of it yet. */
export const startPackageImport = command({
  http: 'POST /package-imports',
  input: z.object({ fileId: z.uuid(), baseId: z.uuid().nullable().default(null) }),
  output: z.object({ importId: z.uuid() }),
  on: (context: Context, { baseId }) => placeOf(context, baseId),
  allow: allOf(signedIn, anyOf(where('alone', true), administersBase)),
  when: ({ withheld }) => withheld === null ? undefined : 'bases.withheld',
  run: async (context: Context, { fileId, baseId }) => {
    const { db, actor, now, record } = context
    const importId = v7()
    if (await holdArchive(context, importId, fileId, actor.id!) === 'gone') throw new Refusal('bases.no-file')
    const file = await db.selectFrom('files.card').select('name').where('id', '=', fileId).executeTakeFirst()
    await db.insertInto('bases.package_import').values({
      id: importId, person_id: actor.id!, base_id: baseId, is_new: baseId === null, file_id: fileId, file_name: file?.name ?? '',
        state: 'reading', created_at: now,
    }).execute()
    await record(packageGiven, { importId })
    return { importId }
  },
})
