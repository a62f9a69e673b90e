import { text } from 'node:stream/consumers'
import { renderToString } from 'react-dom/server'
import { ServerRouter, type EntryContext, type RouterContextProvider } from 'react-router'
import { createPages } from '#apps/rendering/pages.ts'
import { pageCall } from '#kernel/page/call.ts'
import { answersInPage, inScript } from './carried.ts'
import { renderedPage } from './hydrated.ts'
import { policyOf } from './policy.ts'

const page = createPages(renderToString)

/**
 * Renders a page that React takes over in the browser, whole: none of ours waits for something slow. What its loaders have read is handed
 * over by the script that `ServerRouter` would write by its stream, which costs as much again as the page. The others: apps/rendering/plain.ts.
 */
export default async function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, load: RouterContextProvider) {
  const { nonce } = load.get(pageCall)
  const { serverHandoffStream, ...whole } = context
  const data = serverHandoffStream ? await text(serverHandoffStream as Parameters<typeof text>[0]) : ''
  const given = `window.__reactRouterContext.streamController.enqueue(${inScript(data)});window.__reactRouterContext.streamController.close();`
  load.set(renderedPage, page((put) => <>
    <ServerRouter context={whole} url={request.url} nonce={nonce} />
    {[...load.get(answersInPage) ?? []].map(([id, answer]) =>
      <script key={id} id={id} type="application/json">{put(inScript(answer))}</script>)}
    <script nonce={nonce}>{given}</script>
  </>))
  // The router that React Router has made for this page lives until all of the memory is marked (apps/rendering/plain.ts): not what it has read.
  Object.assign(context.staticHandlerContext, { loaderData: {}, actionData: null, errors: null })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', policyOf(nonce))
  return new Response(null, { status, headers })
}
