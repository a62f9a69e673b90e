import { createElement, type ComponentType, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  createStaticHandler, createStaticRouter, isRouteErrorResponse, StaticRouterProvider,
  type RouteObject, type ServerBuild, type StaticHandlerContext,
} from 'react-router'
import { needs, type PageHandle } from '#kernel/page/handle.ts'
import type { Render } from '#kernel/page/handler.ts'
import { byFirstWord } from './by-first-word.ts'
import { createPages } from './pages.ts'

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

const nowhere = { basename: '/', location: { pathname: '/', search: '', hash: '', state: null, key: '' }, matches: [] } as unknown as StaticHandlerContext
/** Of no page: the routes that a context has matched say all that a page reads. */
const shared = createStaticRouter([], nowhere)
const idle = shared.state

/**
 * The router of one page, which is what all share but its state. One made for it by React Router has getters of its own: V8 then gives it a hidden
 * class of its own, which nothing is quick with, and which keeps all that the page has read until all of the memory is marked.
 */
const routerOf = ({ location, matches, loaderData, actionData, errors }: StaticHandlerContext): typeof shared =>
  Object.create(shared, { state: { value: { ...idle, location, matches, loaderData, actionData, errors } } })

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
  const page = createPages(renderToStaticMarkup)
  const render = (context: StaticHandlerContext) =>
    page(() => createElement(StaticRouterProvider, { router: routerOf(context), context, hydrate: false }))

  return async (request, requestContext) => {
    const handler = handlerOf(request.url)
    const { hydrate, isPublic } = needs((handler.match(new URL(request.url).pathname) ?? []).map(({ route }) => route.handle))
    if (hydrated && (hydrate || asksData(request))) return hydrated(request, requestContext)
    const context = await handler.query(request, { requestContext })
    if (context instanceof Response) return context
    for (const error of Object.values(context.errors ?? {})) if (!isRouteErrorResponse(error) || error.data instanceof Error) failed(error)
    try {
      return { status: context.statusCode, isPublic, body: render(context) }
    } catch (error) {
      failed(error)
      return { status: 500, body: render({ ...context, statusCode: 500, errors: { [context.matches[0]!.route.id]: error } }) }
    }
  }
}
