import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '#kernel/operation/operation.ts'
import { configured } from './configuration.ts'

/** A sender that stays silent this long is gone. In milliseconds. */
export const SILENCE = 60_000
const DAY = 86_400_000

/** Where bytes arrive, beside the files, so that a rename puts them among them. Nobody reads here. */
const folder = () => join(configured().directory, 'incoming')
export const incomingPath = (id: string): string => join(folder(), id)

const writeAll = async (file: FileHandle, bytes: Buffer, position: number): Promise<void> => {
  let written = 0
  while (written < bytes.length) {
    written += (await file.write(bytes, written, bytes.length - written, position + written)).bytesWritten
  }
}

/** A full disk is said to the person; any other failure is the server's. */
const storageFailure = (error: unknown): unknown => {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Refusal('files.storage-full', {}, 507) : error
}

interface Taking { id: string; stream: Readable; from?: number; most: number; silence?: number }

/**
 * Writes a stream to where bytes arrive, from a position. What came before a cut stays.
 * @returns how many bytes are there in all. What comes after a refusal is read and forgotten.
 * @throws Refusal `files.too-large` at the first byte above `most`, `files.upload-cut` when the sender goes, `files.storage-full`.
 */
export const take = async ({ id, stream, from = 0, most, silence = SILENCE }: Taking): Promise<number> => {
  await mkdir(folder(), { recursive: true })
  const file = await open(incomingPath(id), from === 0 ? 'w' : 'r+').catch((error: unknown) => { throw storageFailure(error) })
  const timer = setTimeout(() => stream.destroy(new Error('The sender is silent')), silence)
  let position = from
  try {
    // Left open when it is refused: the answer goes by the same connection.
    for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      timer.refresh()
      if (position + chunk.length > most) throw new Refusal('files.too-large', { bytes: most }, 413)
      await writeAll(file, chunk, position).catch((error: unknown) => { throw storageFailure(error) })
      position += chunk.length
    }
    await file.datasync()
    return position
  } catch (error) {
    if (stream.destroyed && !(error instanceof Refusal)) throw new Refusal('files.upload-cut', {}, 400)
    // Read to its end and forgotten: a connection that nobody reads would hang with the next request in it.
    stream.resume()
    throw error
  } finally {
    clearTimeout(timer)
    await file.close()
  }
}

/** How many bytes have arrived. */
export const arrived = async (id: string): Promise<number> => (await stat(incomingPath(id)).catch(() => undefined))?.size ?? 0

/** Forgets what arrived, and what was drawn from it. */
export const discard = async (id: string): Promise<void> => {
  const names = await readdir(folder()).catch(() => [])
  await Promise.all(names.filter((name) => name.startsWith(id)).map((name) => rm(join(folder(), name), { force: true })))
}

/** Forgets what arrived more than a day ago: its sender never came back, or the process died. @returns how many files went. */
export const sweep = async (before = Date.now() - DAY): Promise<number> => {
  let gone = 0
  for (const name of await readdir(folder()).catch(() => [])) {
    const path = join(folder(), name)
    const found = await stat(path).catch(() => undefined)
    if (!found || found.mtimeMs > before) continue
    await rm(path, { force: true })
    gone++
  }
  return gone
}
