import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '#kernel/operation/operation.ts'
import { configured } from './configuration.ts'
import { contentOf } from './content.ts'
import { discard, incomingPath } from './incoming.ts'
import type { Purpose } from './limits.ts'
import { readableName, withExtension } from './name.ts'
import { redraw } from './picture.ts'
import type { Context } from './policy.ts'
import { scanHeld } from './scan.ts'
import { keyOf } from './storage/storage.ts'

export interface ReceivedFile { fileId: string; name: string; mime: string; size: number; width?: number; height?: number }

interface Arrived { id: string; name: string; purpose: Purpose; uploadedBy: string | null }
interface Inspected extends Omit<ReceivedFile, 'fileId'> { checksum: string; parts: { path: string; width?: number }[] }

const checksumOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** What arrived, checked by its content; a picture is drawn anew whatever it was sent for, since its position would travel with it. */
const inspect = async ({ id, name: sent, purpose }: Arrived): Promise<Inspected> => {
  const path = incomingPath(id)
  const found = await stat(path).catch(() => undefined)
  if (!found?.size) throw new Refusal('files.empty')
  const name = readableName(sent)
  const content = await contentOf(path, name)
  if (content.kind === 'picture') {
    const { width, height, main, copies } = await redraw(path)
    const { size } = await stat(main)
    const parts = [{ path: main }, ...copies]
    return { name: withExtension(name, 'webp'), mime: 'image/webp', size, width, height, checksum: await checksumOf(main), parts }
  }
  if (purpose === 'image') throw new Refusal('files.image-expected')
  const whole = /\.\w+$/.test(name) ? name : withExtension(name, content.extensions[0]!)
  return { name: whole, mime: content.mime, size: found.size, checksum: await checksumOf(path), parts: [{ path }] }
}

const describe = ({ parts, ...about }: Inspected) =>
  ({ ...about, widths: parts.flatMap(({ width }) => width ?? []) })

/**
 * Checks what has arrived under `id` and keeps it: a row that says `uploading` first, then the bytes, then `ready`. A crash in between
 * leaves a row, by which a job finds the bytes and removes them. What arrived is gone afterwards in any case.
 * @throws Refusal for its content, `files.infected`.
 */
export const keep = async (context: Context, arrived: Arrived): Promise<ReceivedFile> => {
  const { id, purpose, uploadedBy } = arrived
  const { db } = context
  const { storage, scan } = configured()
  try {
    const inspected = await inspect(arrived)
    const { widths, ...about } = describe(inspected)
    const at = new Date().toISOString()
    await db.insertInto('files.file')
      .values({ id, state: 'uploading', purpose, ...about, widths, uploaded_by: uploadedBy, created_at: at, changed_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...about, widths, changed_at: at })).execute()
    for (const { path, width } of inspected.parts) await storage.put(keyOf(id, width), path)
    const { numUpdatedRows } = await db.updateTable('files.file')
      .set({ state: scan ? 'held' : 'ready', changed_at: new Date().toISOString() })
      .where('id', '=', id).where('state', '=', 'uploading').executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) {
      // Deleted meanwhile by its sender: the job may have passed before the bytes came.
      for (const { width } of inspected.parts) await storage.remove(keyOf(id, width))
      throw new Refusal('files.unknown')
    }
    if (scan) await scanHeld(context, id)
    return { fileId: id, name: about.name, mime: about.mime, size: about.size, width: about.width, height: about.height }
  } finally {
    await discard(id)
  }
}
