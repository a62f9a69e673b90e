import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, RouterContextProvider, StaticRouterProvider, type RouteObject } from 'react-router'
import { v7 } from '../id.ts'
import type { PageRoute } from '../operation/module.ts'
import { sentencesOf } from '../operation/module.ts'
import { pageCall } from '../page/call.ts'
import type { Someone, World } from './world.ts'

const origin = 'http://localhost'

/** What a browser without JavaScript gets: the status, where it is sent, the HTML. */
export interface Visit { status: number; location: string | null; html: string }

/**
 * Serves a module's pages in a test, as the server does without JavaScript: real loaders and actions on the test's database.
 * @param load imports a page's file, given from the project's root. @param backOffice serves pages of the back office, with its role.
 */
export const pagesOf = (world: () => Promise<World>, pages: readonly PageRoute[], load: (file: string) => Promise<any>, backOffice = false) => {
  const routes = Promise.all(pages.map(async ({ path, file, id }): Promise<RouteObject> => {
    const { loader, action, default: Component } = await load(file)
    return { path, id, loader, action, Component }
  }))
  const visit = async (url: string, { as, form, cookies }: { as?: Someone; form?: Record<string, string>; cookies?: string } = {}): Promise<Visit> => {
    const { engine: portal, staffEngine, modules, actorOf } = await world()
    const engine = backOffice ? staffEngine : portal
    const handler = createStaticHandler(await routes)
    const requestContext = new RouterContextProvider()
    requestContext.set(pageCall, {
      engine, nonce: '', cookies, sentences: sentencesOf(modules), signInUrl: (from) => `/connexion?suite=${encodeURIComponent(from)}`,
      call: { actor: await actorOf(as), origin: { request: v7() } },
    })
    const request = new Request(origin + url, form && { method: 'POST', body: new URLSearchParams(form) })
    const answer = await handler.query(request, { requestContext })
    if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location'), html: '' }
    const broken = Object.values(answer.errors ?? {})[0]
    if (broken instanceof Error) throw broken
    if (broken) return { status: answer.statusCode, location: null, html: '' }
    const router = createStaticRouter(handler.dataRoutes, answer)
    const html = renderToString(<StaticRouterProvider router={router} context={answer} hydrate={false} />)
    return { status: answer.statusCode, location: null, html }
  }
  return visit
}

/** Fields of the form that runs this command, as the page fills them. */
export const formIn = (html: string, command: string): Record<string, string> => {
  const form = html.split('<form').find((one) => one.includes(`name="_command" value="${command}"`))?.split('</form>')[0]
  if (!form) throw new Error(`The page has no form for ${command}`)
  const fields = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...fields].map(([, name, value]) => [name!, value!]))
}
