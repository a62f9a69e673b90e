import { renderToString } from 'react-dom/server'
import { ServerRouter, type EntryContext } from 'react-router'
import { POLICY } from './policy.ts'

/**
 * Renders a page, whole. No page of the back office is taken over by React in the browser, whatever its `handle` says: less to trust, and every
 * form is a plain one.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Security-Policy', POLICY)
  headers.set('X-Robots-Tag', 'noindex')
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  return new Response(`<!DOCTYPE html>${renderToString(<ServerRouter context={context} url={request.url} />)}`, { status, headers })
}
