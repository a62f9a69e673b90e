import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { bytesOf } from '#modules/files/api.ts'
import { planned, type Place } from '../bring.ts'
import { readPackage, type Package } from '../package.ts'
import type { Context, Tables } from '../../policy.ts'
import { holdArchive, releaseArchive } from './imports.ts'

/** When to ask again for a file that waits for the virus scanner. In milliseconds. */
const AGAIN = 60_000

/** @throws Refusal of exchange/archive.ts and exchange/package.ts, `bases.no-file`. */
export const openArchive = async (fileId: string): Promise<Package> => {
  const found = await bytesOf(fileId)
  if (!found) throw new Refusal('bases.no-file')
  const pieces: Buffer[] = []
  for await (const piece of found.stream as AsyncIterable<Buffer>) pieces.push(piece)
  return readPackage(Buffer.concat(pieces))
}

export const placeOf = ({ db }: Context, baseId: string | null): Promise<Place | undefined> =>
  db.selectFrom('bases.base').select(['id', 'slug', 'title']).where('id', '=', baseId).where('deleted_at', 'is', null).executeTakeFirst()

/** Reads an archive and keeps what it would do: nothing of it is written. */
export const readGivenPackage = job({
  name: 'bases.read-package', payload: z.object({ importId: z.uuid() }), attempts: 5,
  run: async (context: JobContext<Tables>, { importId }) => {
    const one = await context.db.selectFrom('bases.package_import').selectAll().where('id', '=', importId).where('state', '=', 'reading')
      .executeTakeFirst()
    if (!one?.file_id) return { state: 'gone' }
    const fileId = one.file_id
    const held = await context.transaction((work) => holdArchive(work, importId, fileId, one.person_id))
    if (held === 'held') {
      await context.enqueue(readGivenPackage, { importId }, { key: `read-package:${importId}`, at: new Date(Date.now() + AGAIN)
        .toISOString() })
      return { state: 'held' }
    }
    const end = (changes: { state: string; reason?: string; report?: string }) => context.transaction(async (work) => {
      if (changes.state === 'unreadable') await releaseArchive(work, importId)
      await work.db.updateTable('bases.package_import').where('id', '=', importId).where('state', '=', 'reading')
        .set((eb) => ({ ...changes, version: eb('version', '+', 1) })).execute()
    })
    try {
      if (held === 'gone') throw new Refusal('bases.no-file')
      const report = await planned(context, await openArchive(fileId), await placeOf(context, one.base_id))
      await end({ state: 'ready', report: JSON.stringify(report) })
      return { state: 'ready', resources: report.resources.inPackage, rejected: report.rejected.length }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await end({ state: 'unreadable', reason: error.code })
      return { state: 'unreadable' }
    }
  },
})
