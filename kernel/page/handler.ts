import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RouterContextProvider } from 'react-router'
import { FLASH } from './accepts.ts'
import { packed, type CachedPage, type createPageCache } from './cache.ts'
import { pageCall, type PageCall } from './call.ts'
import type { PageHandle } from './handle.ts'

/** A page as it is sent, whole. */
export interface Rendered extends PageHandle { status: number; body: Buffer; headers?: Record<string, string>; cookies?: string[] }

/** Renders the page that is asked: a response where it is none, such as a redirection. */
export type Render = (request: Request, context: RouterContextProvider) => Promise<Response | Rendered>

interface Options {
  render: Render
  origin: string
  cache: ReturnType<typeof createPageCache>
  callOf: (request: FastifyRequest) => Omit<PageCall, 'nonce' | 'flash'>
  /** Content-Security-Policy of the pages that send no script of React, thus need no nonce. */
  policy: string
  /** What the app's own loaders need besides. */
  prepare?: (context: RouterContextProvider, request: FastifyRequest) => void
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

/** Pages read the address, and of a form its type and its body: no other header is copied. */
const asWebRequest = ({ method, url, headers, raw }: FastifyRequest, origin: string): Request => {
  if (method === 'GET' || method === 'HEAD') return new Request(origin + url, { method })
  const type = headers['content-type']
  return new Request(origin + url, { method, headers: type ? { 'content-type': type } : {}, body: Readable.toWeb(raw), duplex: 'half' } as RequestInit)
}

const FLASHED = new RegExp(`(?:^|; )${FLASH}=([\\w.-]+)`)
const flashOf = (request: FastifyRequest) => FLASHED.exec(request.headers.cookie ?? '')?.[1]

/** Serves the pages; those that anyone may read are kept as bytes for visitors without a cookie. */
export const mountPages = async (app: FastifyInstance, { render, origin, cache, policy, callOf, prepare }: Options) => {
  const plainHeaders = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }

  const answerTo = async (request: FastifyRequest) => {
    const context = new RouterContextProvider()
    context.set(pageCall, { ...callOf(request), nonce: randomBytes(16).toString('base64'), flash: flashOf(request) })
    prepare?.(context, request)
    const page = await render(asWebRequest(request, origin), context)
    if (!(page instanceof Response)) return { headers: plainHeaders, cookies: [], ...page }
    const { status, headers } = page
    return { status, body: Buffer.from(await page.arrayBuffer()), headers: Object.fromEntries(headers), cookies: headers.getSetCookie() }
  }

  await app.register(async (pages) => {
    pages.removeAllContentTypeParsers()
    // The page's action reads the body itself, as a stream.
    pages.addContentTypeParser('*', (_request, _payload, done) => done(null))
    pages.all('/*', async (request, reply) => {
      const shared = request.method === 'GET' && !request.headers.cookie && !request.headers.authorization
      const kept = shared ? cache.find(request.url) : undefined
      if (kept) return sendCached(request, reply, kept)
      const seen = cache.version()
      const { status, body, headers, cookies, ...page } = await answerTo(request)
      if (shared && 'isPublic' in page && page.isPublic && status === 200) {
        const fresh = await packed({ ...headers, 'cache-control': 'public, no-cache' }, body)
        cache.put(request.url, seen, fresh)
        return sendCached(request, reply, fresh)
      }
      void reply.code(status).headers({ 'cache-control': 'no-store', ...headers })
      if (flashOf(request) && !cookies.length) cookies.push(`${FLASH}=; Path=/; Max-Age=0`)
      if (cookies.length) void reply.header('set-cookie', cookies)
      if (body.length < 1400 || encodingOf(request) === 'identity') return reply.send(body)
      return reply.header('content-encoding', 'gzip').header('vary', 'Accept-Encoding').send(await compress(body, { level: 3 }))
    })
  })
}
