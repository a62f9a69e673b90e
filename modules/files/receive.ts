import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { v7 } from '#kernel/id.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { configured } from './configuration.ts'
import { discard, incomingPath, take } from './incoming.ts'
import { keep, type ReceivedFile } from './keep.ts'
import type { Purpose } from './limits.ts'
import { admitUpload } from './policy.ts'

export type { ReceivedFile }
interface Upload { name: string; stream: Readable; purpose: Purpose }
/** Nobody has sent what a job fetched: it counts in nobody's share. */
interface Written { name: string; bytes: Buffer; uploadedBy: string | null }

/**
 * Receives a file whole, from a stream that it reads without keeping it in memory: the upload route, forms without JavaScript. Not inside
 * a transaction. A cut or a refusal leaves nothing behind.
 * @throws Refusal: 401 for a visitor, `files.too-large`, `files.empty`, and those of its content.
 */
export const receive = async (context: Context, { name, stream, purpose }: Upload): Promise<ReceivedFile> => {
  const uploadedBy = await admitUpload(context)
  const id = v7()
  try {
    await take({ id, stream, most: configured().limits[purpose] })
    return await keep(context, { id, name, purpose, uploadedBy })
  } finally {
    await discard(id)
  }
}

/**
 * A file written by the program itself (seed, imports, drawings): checked as any other, stored, ready. Not inside a transaction.
 * @returns its identifier. @throws Refusal for its content.
 */
export const store = async (context: Context, { name, bytes, uploadedBy }: Written): Promise<string> => {
  const id = v7()
  const path = incomingPath(id)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
  const { fileId } = await keep(context, { id, name, purpose: 'file', uploadedBy })
  return fileId
}
