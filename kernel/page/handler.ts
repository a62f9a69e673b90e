import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { FLASH } from './accepts.ts'
import type { CachedPage, PageCache } from './cache.ts'
import { pageCall, type PageCall } from './call.ts'

/** The page says, by this header of its answer, that any visitor may get the same bytes. It does not leave the server. */
export const PUBLIC = 'x-sillage-public'

interface Options {
  build: ServerBuild
  origin: string
  cache: PageCache
  callOf: (request: FastifyRequest) => Omit<PageCall, 'nonce' | 'flash'>
  /** What the app's own loaders need besides. */
  prepare?: (context: RouterContextProvider, request: FastifyRequest) => void
  failed: (error: unknown, request: FastifyRequest) => void
}

const compress = promisify(gzip)

const encodingOf = (request: FastifyRequest): 'br' | 'gzip' | 'identity' => {
  const accepted = request.headers['accept-encoding'] ?? ''
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity'
}

const sendCached = (request: FastifyRequest, reply: FastifyReply, page: CachedPage) => {
  void reply.headers(page.headers).header('etag', page.etag).header('vary', 'Accept-Encoding, Cookie')
  if (request.headers['if-none-match']?.includes(page.etag)) return reply.code(304).send()
  const encoding = encodingOf(request)
  if (encoding !== 'identity') void reply.header('content-encoding', encoding)
  return reply.send(page.bodies[encoding])
}

const asWebRequest = (request: FastifyRequest, reply: FastifyReply, origin: string): Request => {
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : Readable.toWeb(request.raw)
  const abort = new AbortController()
  reply.raw.once('close', () => { if (!reply.raw.writableEnded) abort.abort() })
  const headers = Object.entries(request.headers).filter(([, value]) => typeof value === 'string') as [string, string][]
  return new Request(origin + request.url, { method: request.method, headers, signal: abort.signal, ...body && { body, duplex: 'half' } } as RequestInit)
}

const flashOf = (request: FastifyRequest) => new RegExp(`(?:^|; )${FLASH}=([\\w.-]+)`).exec(request.headers.cookie ?? '')?.[1]

/** Serves the pages: React Router renders them, and those that anyone may read are kept as bytes for visitors without a cookie. */
export const mountPages = async (app: FastifyInstance, { build, origin, cache, callOf, prepare, failed }: Options) => {
  const handle = createRequestHandler(build, process.env['NODE_ENV'])

  const render = (request: FastifyRequest, reply: FastifyReply) => {
    const context = new RouterContextProvider()
    context.set(pageCall, { ...callOf(request), nonce: randomBytes(16).toString('base64'), flash: flashOf(request) })
    prepare?.(context, request)
    return handle(asWebRequest(request, reply, origin), context)
  }

  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    // The page's action reads the body itself, as a stream.
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null))
    pages.all('/*', async (request, reply) => {
      const shared = request.method === 'GET' && !request.headers.cookie && !request.headers.authorization
      const kept = shared ? cache.get(request.url) : undefined
      if (kept) return sendCached(request, reply, kept)
      const seen = cache.version()
      let response: Response
      try {
        response = await render(request, reply)
      } catch (error) {
        failed(error, request)
        throw error
      }
      const { [PUBLIC]: isPublic, ...headers } = Object.fromEntries(response.headers)
      const body = Buffer.from(await response.arrayBuffer())
      if (shared && isPublic && response.status === 200) return sendCached(request, reply, await cache.put(request.url, seen, headers, body))
      void reply.code(response.status).headers({ 'cache-control': 'no-store', ...headers })
      const cookies = response.headers.getSetCookie()
      if (flashOf(request) && !cookies.length) cookies.push(`${FLASH}=; Path=/; Max-Age=0`)
      if (cookies.length) void reply.header('set-cookie', cookies)
      if (body.length < 1400 || encodingOf(request) === 'identity') return reply.send(body)
      return reply.header('content-encoding', 'gzip').header('vary', 'Accept-Encoding').send(await compress(body, { level: 3 }))
    })
  })
}
