import { createElement, type ComponentType, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  createStaticHandler, createStaticRouter, isRouteErrorResponse, StaticRouterProvider,
  type RouteObject, type RouterContextProvider, type ServerBuild, type StaticHandlerContext,
} from 'react-router'
import { needs, type PageHandle } from '#kernel/page/handle.ts'
import type { Rendered } from '#kernel/page/handler.ts'
import { byFirstWord } from './by-first-word.ts'

export type Render = (request: Request, context: RouterContextProvider) => Promise<Response | Rendered>

interface PageModule {
  default?: ComponentType
  Layout?: ComponentType<{ children: ReactNode }>
  ErrorBoundary?: ComponentType
  handle?: PageHandle
  loader?: unknown
  action?: unknown
}

/** Inside the document, where the module gives one: the root's. */
const inside = (Layout: PageModule['Layout'], Page: ComponentType): ComponentType =>
  Layout ? () => createElement(Layout, null, createElement(Page)) : Page

/** The same routes as React Router's own server makes of the build. */
const routesUnder = ({ routes }: ServerBuild, parentId?: string): RouteObject[] => Object.values(routes).flatMap((route) => {
  if (!route || route.parentId !== parentId) return []
  const { default: Page, Layout, ErrorBoundary, handle, loader, action } = route.module as PageModule
  const children = routesUnder({ routes } as ServerBuild, route.id)
  // Elements rather than components: the router that renders is given no routes to make them of.
  const element = (Component: ComponentType | undefined) => Component && createElement(inside(Layout, Component))
  return {
    id: route.id, path: route.path, index: route.index, handle, loader, action, ...children.length && { children },
    element: element(Page), errorElement: element(ErrorBoundary),
  } as RouteObject
})

/** A hydrated page asks so for what the loaders of another read. */
export const asksData = ({ url }: Request) => new URL(url).pathname.endsWith('.data')

/**
 * Renders the pages that React does not take over in the browser, by the same routes, loaders and actions. React Router's own server encodes
 * what they have read for the browser, which they do not send, and wraps each page in a stream: half of a page's cost (bench/README.md).
 * @param failed told of each error that is nobody's refusal: the page shown instead says no more than that.
 * @param hydrated renders the others; without it, no page is taken over, whatever its `handle` says.
 * @returns a function that answers a page, or a response (a redirection).
 */
export const createPlain = (build: ServerBuild, failed: (error: unknown) => void, hydrated?: Render): Render => {
  const handlerOf = byFirstWord(build, (part) => createStaticHandler(routesUnder(part)))
  // The context holds the routes matched: those of all other pages, which the router would read again for each page, say nothing more.
  const render = (context: StaticHandlerContext) =>
    renderToStaticMarkup(createElement(StaticRouterProvider, { router: createStaticRouter([], context), context, hydrate: false }))

  return async (request, requestContext) => {
    const handler = handlerOf(request.url)
    const { hydrate, isPublic } = needs((handler.match(new URL(request.url).pathname) ?? []).map(({ route }) => route.handle))
    if (hydrated && (hydrate || asksData(request))) return hydrated(request, requestContext)
    const context = await handler.query(request, { requestContext })
    if (context instanceof Response) return context
    for (const error of Object.values(context.errors ?? {})) if (!isRouteErrorResponse(error) || error.data instanceof Error) failed(error)
    try {
      return { status: context.statusCode, isPublic, html: render(context) }
    } catch (error) {
      failed(error)
      return { status: 500, html: render({ ...context, statusCode: 500, errors: { [context.matches[0]!.route.id]: error } }) }
    }
  }
}
