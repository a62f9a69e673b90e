import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { createKept } from '../db/kept.ts'

/** A page as anonymous readers get it, once rendered. */
export interface CachedPage {
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  readonly bodies: Readonly<Record<'identity' | 'gzip' | 'br', Buffer>>
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/**
 * Pages that anyone may read, kept as bytes: a deletion or a change of visibility is effective at the next request (design §5b). Five hundred;
 * what a page says of time ("hier") ages: it is rendered again after thirty seconds.
 */
export const createPageCache = () => createKept<CachedPage>(500, 30_000)

/** A page as it is kept: compressed beforehand, and known by its content. */
export const packed = async (headers: Record<string, string>, body: Buffer): Promise<CachedPage> => {
  const [br, gz] = await Promise.all([brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), gzipped(body, { level: 6 })])
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return { headers, etag, bodies: { identity: body, gzip: gz, br } }
}
