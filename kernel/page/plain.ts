import { createElement, type ComponentType, type ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  createStaticHandler, createStaticRouter, isRouteErrorResponse, StaticRouterProvider,
  type RouteObject, type RouterContextProvider, type ServerBuild, type StaticHandlerContext,
} from 'react-router'
import { needs, type PageHandle } from './handle.ts'

/** A page as it is sent, whole. */
export interface Rendered extends PageHandle { status: number; html: string }

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

/** The same routes as React Router's own server makes of the build; a page that is hydrated is only recognised: its data is read elsewhere. */
const routesUnder = ({ routes }: ServerBuild, parentId?: string): RouteObject[] => Object.values(routes).flatMap((route) => {
  if (!route || route.parentId !== parentId) return []
  const { default: Page, Layout, ErrorBoundary, handle, loader, action } = route.module as PageModule
  const read = handle?.hydrate ? {} : { loader, action }
  const children = routesUnder({ routes } as ServerBuild, route.id)
  // Elements rather than components: the router that renders is given no routes to make them of.
  const element = (Component: ComponentType | undefined) => Component && createElement(inside(Layout, Component))
  return {
    id: route.id, path: route.path, index: route.index, handle, ...read, ...children.length && { children },
    element: element(Page), errorElement: element(ErrorBoundary),
  } as RouteObject
})

/** What an address begins with; nothing where that is not fixed. */
const firstWord = (path = '') => /^\/?([a-z-]+)(?:\/|$)/.exec(path)?.[1]

/** The static handler for an address: of the pages that begin alike, since comparing it with all of them was a tenth of a small page. */
const byFirstWord = (routes: RouteObject[]) => {
  const whole = createStaticHandler(routes)
  const under = (word: string, among: RouteObject[]): RouteObject[] => among.flatMap((route) => !route.path && route.children
    ? { ...route, children: under(word, route.children) } : (firstWord(route.path) ?? word) === word ? route : [])
  const words = (among: RouteObject[]): string[] => among.flatMap(({ path, children }) => firstWord(path) ?? words(path ? [] : children ?? []))
  const handlers = new Map(words(routes).map((word) => [word, createStaticHandler(under(word, routes))]))
  return (url: string) => handlers.get(firstWord(new URL(url).pathname) ?? '') ?? whole
}

/**
 * Renders the pages that React does not take over in the browser, by the same routes, loaders and actions. React Router's own server encodes
 * what they have read for the browser, which they do not send, and wraps each page in a stream: half of a page's cost (bench/README.md).
 * @param failed told of each error that is nobody's refusal: the page shown instead says no more than that.
 * @returns a function that answers a response (a redirection), a page, or undefined for a page that is hydrated.
 */
export const createPlain = (build: ServerBuild, failed: (error: unknown) => void) => {
  const routes = routesUnder(build)
  const handlerOf = byFirstWord(routes)
  // The context holds the routes matched: those of all other pages, which the router would read again for each page, say nothing more.
  const render = (context: StaticHandlerContext) =>
    renderToStaticMarkup(createElement(StaticRouterProvider, { router: createStaticRouter([], context), context, hydrate: false }))

  return async (request: Request, requestContext: RouterContextProvider): Promise<Response | Rendered | undefined> => {
    const context = await handlerOf(request.url).query(request, { requestContext })
    if (context instanceof Response) return context
    const { hydrate, isPublic } = needs(context.matches.map(({ route }) => route.handle))
    if (hydrate) return undefined
    for (const error of Object.values(context.errors ?? {})) if (!isRouteErrorResponse(error) || error.data instanceof Error) failed(error)
    try {
      return { status: context.statusCode, isPublic, html: render(context) }
    } catch (error) {
      failed(error)
      return { status: 500, html: render({ ...context, statusCode: 500, errors: { [routes[0]!.id!]: error } }) }
    }
  }
}
