import { createContext, createRequestHandler, type ServerBuild } from 'react-router'
import { byFirstWord } from '#apps/rendering/by-first-word.ts'
import { asksData } from '#apps/rendering/plain.ts'
import type { Render } from '#kernel/page/handler.ts'
import { answersInPage, carrying } from './carried.ts'

/** The page that entry.server.tsx has rendered: beside its web response, which would copy it twice. */
export const renderedPage = createContext<Buffer | null>(null)

/** Renders the pages that React takes over in the browser, by React Router's own server; and gives such a page what the loaders of another read. */
export const createHydrated = (build: ServerBuild): Render => {
  const handlerOf = byFirstWord(carrying(build), (part) => createRequestHandler(part, process.env['NODE_ENV']))
  return async (request, context) => {
    if (!asksData(request)) context.set(answersInPage, new Map())
    const answer = await handlerOf(request.url)(request, context)
    const body = context.get(renderedPage)
    return body === null ? answer : { body, status: answer.status, headers: Object.fromEntries(answer.headers), cookies: answer.headers.getSetCookie() }
  }
}
