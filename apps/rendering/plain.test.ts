import { createElement, type ReactNode } from 'react'
import { data, isRouteErrorResponse, Outlet, RouterContextProvider, useLoaderData, useRouteError, type ServerBuild } from 'react-router'
import { expect, test } from 'vitest'
import { createPlain } from './plain.ts'

const Frame = ({ children }: { children: ReactNode }) => createElement('main', null, children)
const Failure = () => {
  const error = useRouteError()
  return createElement('h1', null, isRouteErrorResponse(error) ? error.status : 'broken')
}
const Said = () => createElement('p', null, useLoaderData())
const route = (id: string, path: string | undefined, module: object, parentId?: string) => ({ id, path, parentId, module })
const build = {
  routes: {
    root: route('root', '', { Layout: Frame, default: Outlet, ErrorBoundary: Failure }),
    said: route('said', 'said', { default: Said, loader: () => 'hello' }, 'root'),
    none: route('none', 'none', { default: Said, loader: () => { throw data(null, { status: 404 }) } }, 'root'),
    broken: route('broken', 'broken', { default: () => { throw new Error('in the page') } }, 'root'),
    one: route('one', 'said/:who', { default: Said, loader: ({ params }: { params: { who: string } }) => params.who }, 'root'),
    any: route('any', ':any/at/all', { default: Said, loader: ({ params }: { params: { any: string } }) => `any ${params.any}` }, 'root'),
    rest: route('rest', '*', { default: Said, loader: () => { throw data(null, { status: 404 }) } }, 'root'),
    hydrated: route('hydrated', 'hydrated', { default: Said, handle: { hydrate: true } }, 'root'),
  },
  assets: { routes: {} },
} as unknown as ServerBuild

const page = (content: string) => Buffer.from(`<!DOCTYPE html><main>${content}</main>`)
const failures: unknown[] = []
const taken = new Response()
const plain = createPlain(build, (error) => failures.push(error), async () => taken)
const ask = (path: string) => plain(new Request(`http://localhost/${path}`), new RouterContextProvider())

test('a page stands in its frame', async () => {
  expect(await ask('said')).toMatchObject({ status: 200, body: page('<p>hello</p>') })
})

test('the page is that of the address, whatever its first word: known, of another page, or written otherwise', async () => {
  const said = async (path: string) => (await ask(path) as { body: Buffer }).body.toString()
  expect(await Promise.all(['said/ada', 'SAID/Ada', '%73aid/ada', 'said/at/all', 'other/at/all'].map(said))).toEqual(
    ['ada', 'Ada', 'ada', 'any said', 'any other'].map((who) => page(`<p>${who}</p>`).toString()),
  )
})

test('what is not found, or is no page at all, is said in the same frame', async () => {
  for (const path of ['none', 'elsewhere', 'said/ada/lovelace']) expect(await ask(path)).toMatchObject({ status: 404, body: page('<h1>404</h1>') })
  expect(failures).toEqual([])
})

test('a page that breaks says so in the same frame, and the log knows', async () => {
  expect(await ask('broken')).toMatchObject({ status: 500, body: page('<h1>broken</h1>') })
  expect(failures).toEqual([expect.objectContaining({ message: 'in the page' })])
})

test('a hydrated page is left to the other renderer', async () => {
  expect(await Promise.all(['hydrated', 'hydrated.data', 'said.data?of=it'].map(ask))).toEqual([taken, taken, taken])
  const alone = createPlain(build, (error) => failures.push(error))
  expect(await alone(new Request('http://localhost/hydrated'), new RouterContextProvider())).toMatchObject({ status: 200 })
})

test('pages at the same time have each their own answers, and a page that is asked again its new one', async () => {
  const words = ['ada', 'grace', 'ada', 'annie']
  const shown = await Promise.all(words.map(async (who) => (await ask(`said/${who}`) as { body: Buffer }).body.toString()))
  expect(shown).toEqual(words.map((who) => page(`<p>${who}</p>`).toString()))
})
