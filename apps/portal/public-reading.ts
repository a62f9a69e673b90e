import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What a page of a list says of itself; none when the answer is no page. */
const pageOf = (answer: unknown): { page: number; pages: number } | undefined => {
  const { page, pages } = Object(answer) as { page?: unknown; pages?: unknown }
  return typeof page === 'number' && typeof pages === 'number' ? { page, pages } : undefined
}

/** Links to the other pages of a list (RFC 8288; relations of RFC 5988's registry), relative to its own address. */
export const linksOf = (url: string, { page, pages }: { page: number; pages: number }): string => {
  const address = (to: number) => {
    const [path, search = ''] = url.split('?')
    const parameters = new URLSearchParams(search)
    parameters.set('page', String(to))
    return `${path}?${parameters.toString()}`
  }
  const link = (rel: string, to: number) => to >= 1 && to <= pages && to !== page ? [`<${address(to)}>; rel="${rel}"`] : []
  return [...link('first', 1), ...link('prev', page - 1), ...link('next', page + 1), ...link('last', pages)].join(', ')
}

const isAnonymous = ({ actor }: FastifyRequest) => actor.id === undefined && actor.client === undefined

/** Weak: the same answer may be sent compressed (RFC 9110 §8.8.1). */
const etagOf = (body: string) => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
/** `*`, or a list of tags compared weakly (RFC 9110 §13.1.2). */
const has = (given: string, etag: string) => given.trim() === '*' || given.split(',').some((tag) => opaque(tag) === opaque(etag))

/**
 * For programs that read the public API again and again: a list has links to its other pages, and an answer that a visitor already has
 * costs
 * a 304. Only what is the same for every visitor: who is signed in is answered in full, and no cache keeps it.
 */
export const mountPublicReading = (app: FastifyInstance): void => {
  app.addHook('preSerialization', (request, reply, answer, done) => {
    const page = request.method === 'GET' ? pageOf(answer) : undefined
    const links = page && linksOf(request.url, page)
    if (links) void reply.header('link', links)
    done(null, answer)
  })
  app.addHook('onSend', (request, reply, body, done) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof body !== 'string' || !isAnonymous(request)) {
      if (request.method === 'GET' && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-store')
      done(null, body)
      return
    }
    const etag = etagOf(body)
    void reply.headers({ etag, 'cache-control': 'no-cache', vary: 'authorization, cookie' })
    const known = request.headers['if-none-match']
    if (known === undefined || !has(known, etag)) {
      done(null, body)
      return
    }
    void reply.code(304).removeHeader('content-length').removeHeader('content-type')
    done(null, null)
  })
}
