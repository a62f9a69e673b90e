import type { Http } from '#kernel/operation/raw.ts'
import { configured } from '../configuration.ts'
import type { ByteRange } from '../storage/storage.ts'
import { headersOf } from './headers.ts'
import { rangeOf } from './range.ts'

interface Sent { key: string; mime: string; name: string; etag: string; isPublic: boolean; size: number }

const known = (header: string | undefined, etag: string): boolean =>
  header !== undefined && (header.trim() === '*' || header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))

const bytesOf = async (key: string, range?: ByteRange) => {
  const found = await configured().storage.get(key, range)
  if (!found) throw new Error('The bytes of a file that is ready are missing from the storage')
  return found
}

/**
 * Answers a file's bytes, once its rights were looked at: whole, in part (206), or nothing when the browser has them (304). The bytes of
 * an identifier never change, so its ETag is strong.
 */
export const send = async ({ request: { method, headers }, reply }: Pick<Http, 'request' | 'reply'>, { key, size, ...about }: Sent) => {
  void reply.headers(headersOf(about)).header('accept-ranges', 'bytes')
  if (known(headers['if-none-match'], about.etag)) return reply.code(304).send()
  if (method === 'HEAD') return reply.header('content-length', size).send()
  const asked = headers['if-range'] === undefined || headers['if-range'] === about.etag
  const range = asked ? rangeOf(headers.range, size) : undefined
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send()
  const { stream } = await bytesOf(key, range)
  if (!range) return reply.header('content-length', size).send(stream)
  return reply.code(206).header('content-length', range.end - range.start + 1)
    .header('content-range', `bytes ${range.start}-${range.end}/${size}`).send(stream)
}
