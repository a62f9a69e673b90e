import type { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { arrived, take } from '../incoming.ts'
import { keep } from '../keep.ts'
import type { Purpose } from '../limits.ts'
import { fileSeenBy, uploaded, type Context } from '../policy.ts'

/** Parts being received by this process: a new try of the same file ends the one that hangs on a lost network. */
const receiving = new Map<string, { stream: Readable; ended: Promise<unknown> }>()

const offsetOf = ({ request }: Http): number => {
  const text = request.headers['upload-offset']
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw new Refusal('bad-request', {}, 400)
  return Number(text)
}

type Upload = NonNullable<Awaited<ReturnType<ReturnType<typeof fileSeenBy>['executeTakeFirst']>>>

/** @returns the file once its last byte is there, or how many bytes are. */
const advance = async (context: Context, { id, size, name, purpose, uploaded_by }: Upload, from: number, { request, reply }: Http) => {
  const there = await arrived(id)
  if (from !== there) {
    void reply.header('upload-offset', there)
    throw new Refusal('files.upload-offset', { offset: there })
  }
  const now = await take({ id, stream: request.raw, from, most: size })
  if (now < size) return now
  try {
    return await keep(context, { id, name, purpose: purpose as Purpose, uploadedBy: uploaded_by! })
  } catch (error) {
    // Whoever lost the network before this answer asks again, and must learn why.
    if (error instanceof Refusal) {
      await context.db.updateTable('files.file').set({ state: 'refused', refusal: error.code, changed_at: new Date().toISOString() })
        .where('id', '=', id).where('state', '=', 'uploading').execute()
    }
    throw error
  }
}

/**
 * Bytes of an announced file, from `Upload-Offset`: 204 with the next offset, or 201 with the file once it is whole. After a cut,
 * `HEAD /files/:fileId` says from where to go on (the names are those of the IETF's draft of resumable uploads).
 */
export const sendPart = raw({
  http: 'PATCH /files/:fileId',
  input: z.object({ fileId: z.uuid() }),
  stream: true,
  on: (context: Context, { fileId }) => fileSeenBy(context, fileId).executeTakeFirst(),
  allow: uploaded,
  handle: async (context, { fileId }, file, http) => {
    if (file.state !== 'uploading') throw new Refusal('files.upload-over')
    const from = offsetOf(http)
    for (let hung = receiving.get(fileId); hung; hung = receiving.get(fileId)) {
      hung.stream.destroy()
      await hung.ended
    }
    const work = advance(context, file, from, http)
    receiving.set(fileId, { stream: http.request.raw, ended: work.catch(() => undefined).finally(() => receiving.delete(fileId)) })
    const result = await work
    if (typeof result === 'number') return http.reply.code(204).header('upload-offset', result).send()
    return http.reply.code(201).send(result)
  },
})
