import { transcode } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { FLASH } from './accepts.ts'
import { packed, type CachedPage, type createPageCache } from './cache.ts'
import { pageCall, renderedPage, type PageCall } from './call.ts'
import { createPlain } from './plain.ts'

interface Options {
  build: ServerBuild
  origin: string
  cache: ReturnType<typeof createPageCache>
  callOf: (request: FastifyRequest) => Omit<PageCall, 'nonce' | 'flash'>
  /** Content-Security-Policy of the pages that send no script of React, thus need no nonce. */
  policy: string
  /** What the app's own loaders need besides. */
  prepare?: (context: RouterContextProvider, request: FastifyRequest) => void
  failed: (error: unknown) => void
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

const flashOf = (request: FastifyRequest) => new RegExp(`(?:^|; )${FLASH}=([\\w.-]+)`).exec(request.headers.cookie ?? '')?.[1]

/** Asked by a hydrated page: what the loaders of another read. */
const DATA = /\.data(\?|$)/

const desk = Buffer.allocUnsafeSlow(2_097_152)
/** By UTF-16: V8 takes five times as long to write UTF-8 itself, once a page holds a character like ’. */
const bytesOf = (html: string): Buffer => {
  const page = `<!DOCTYPE html>${html}`.toWellFormed()
  return page.length * 2 > desk.length ? Buffer.from(page) : transcode(desk.subarray(0, desk.write(page, 'utf16le')), 'utf16le', 'utf8')
}

/** Serves the pages, rendered by React Router; those that anyone may read are kept as bytes for visitors without a cookie. */
export const mountPages = async (app: FastifyInstance, { build, origin, cache, policy, callOf, prepare, failed }: Options) => {
  const plain = createPlain(build, failed)
  const hydrated = createRequestHandler(build, process.env['NODE_ENV'])
  const plainHeaders = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }

  const render = async (request: FastifyRequest) => {
    const context = new RouterContextProvider()
    context.set(pageCall, { ...callOf(request), nonce: randomBytes(16).toString('base64'), flash: flashOf(request) })
    prepare?.(context, request)
    const asked = asWebRequest(request, origin)
    const page = (DATA.test(request.url) ? undefined : await plain(asked, context)) ?? await hydrated(asked, context)
    if (!(page instanceof Response)) return { ...page, body: bytesOf(page.html), headers: plainHeaders, cookies: [] as string[] }
    const html = context.get(renderedPage)
    return {
      status: page.status, body: html === null ? Buffer.from(await page.arrayBuffer()) : bytesOf(html),
      headers: Object.fromEntries(page.headers), cookies: page.headers.getSetCookie(),
    }
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
      const { status, body, headers, cookies, ...page } = await render(request)
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
