import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A page as anonymous readers get it, once rendered. */
export interface CachedPage {
  readonly headers: Readonly<Record<string, string>>
  readonly etag: string
  readonly bodies: Readonly<Record<'identity' | 'gzip' | 'br', Buffer>>
}

const MOST_PAGES = 500
/** What a page says of time ("hier") ages: it is rendered again after this. In milliseconds. */
const MOST_AGE = 30_000

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/**
 * Pages that anyone may read, kept as bytes. The version of what they show is part of the key: `changed` makes every kept page unknown at
 * once, so that a deletion or a change of visibility is effective at the next request (design §5b).
 */
export const createPageCache = (most = MOST_PAGES) => {
  const pages = new Map<string, { version: number; until: number; page: CachedPage }>()
  let version = 0
  let open = true
  return {
    changed: () => { version++ },
    /** While notices of changes may be lost, nothing is kept nor served. */
    pause: () => { open = false },
    resume: () => { version++; open = true },
    version: () => version,
    get: (key: string): CachedPage | undefined => {
      const kept = pages.get(key)
      if (!kept || !open) return undefined
      if (kept.version === version && kept.until > Date.now()) return kept.page
      pages.delete(key)
      return undefined
    },
    /** @param seen the version before the page was rendered: one that changed meanwhile is not kept. */
    put: async (key: string, seen: number, headers: Record<string, string>, body: Buffer): Promise<CachedPage> => {
      const [br, gz] = await Promise.all([brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }), gzipped(body, { level: 6 })])
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      const page = { headers, etag, bodies: { identity: body, gzip: gz, br } }
      if (seen === version && open) {
        const oldest = pages.size >= most ? pages.keys().next().value : undefined
        if (oldest !== undefined) pages.delete(oldest)
        pages.set(key, { version, until: Date.now() + MOST_AGE, page })
      }
      return page
    },
  }
}

export type PageCache = ReturnType<typeof createPageCache>
