import { text } from 'node:stream/consumers'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { themeBootSha256 } from '#design/theme.ts'
import { pageCall } from '#kernel/page/call.ts'
import { PUBLIC } from '#kernel/page/handler.ts'
import { needs } from './handle.ts'

const policy = (scripts: string) => [
  "default-src 'self'", `script-src ${scripts}`, "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "frame-src 'self'", "worker-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')

/** A hydrated page hands its data over to the browser by a stream: it is read to its end. */
const renderWhole = (page: React.ReactElement, nonce: string) => new Promise<string>((resolve, reject) => {
  const { pipe } = renderToPipeableStream(page, {
    nonce, onAllReady: () => { text(pipe(new PassThrough())).then(resolve, reject) }, onError: reject, onShellError: reject,
  })
})

/**
 * Renders a page, whole: none of ours waits for something slow. A page that is not hydrated carries no script of React, and no nonce,
 * so that the bytes of a public one serve every visitor.
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: RouterContextProvider) {
  const { nonce } = load.get(pageCall)
  const { hydrate, isPublic } = needs(context.staticHandlerContext.matches.map(({ route }) => context.routeModules[route.id]?.handle))
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', policy(`'self' 'sha256-${themeBootSha256}'${hydrate ? ` 'nonce-${nonce}'` : ''}`))
  if (isPublic && !hydrate && status === 200) {
    headers.set('Cache-Control', 'public, no-cache')
    headers.set(PUBLIC, '1')
  }
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const page = <ServerRouter context={context} url={request.url} nonce={hydrate ? nonce : undefined} />
  const html = hydrate ? await renderWhole(page, nonce) : renderToString(page)
  return new Response(`<!DOCTYPE html>${html}`, { status, headers })
}
