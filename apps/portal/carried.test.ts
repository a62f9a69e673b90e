import { data, redirect, RouterContextProvider, type LoaderFunctionArgs, type ServerBuild } from 'react-router'
import { expect, test } from 'vitest'
import { answersInPage, carrying, inScript } from './carried.ts'

const answers: Record<string, () => unknown> = {
  shown: () => ({ title: 'Un titre' }), none: () => null, refused: () => data({ code: 'no' }, { status: 403 }), moved: () => redirect('/elsewhere'),
}
const build = { routes: Object.fromEntries(Object.entries(answers).map(([id, loader]) => [id, { id, path: id, module: { loader } }])) } as unknown as ServerBuild

const read = async (id: string, inPage: Map<string, unknown> | null) => {
  const context = new RouterContextProvider()
  context.set(answersInPage, inPage)
  const { loader } = carrying(build).routes[id]!.module
  return loader!({ context } as unknown as LoaderFunctionArgs)
}

test('an answer lies in its page: what React Router encodes says where, and the server that renders has it', async () => {
  const inPage = new Map<string, unknown>()
  const carried = await read('shown', inPage) as { answer: unknown }
  expect([JSON.stringify(carried), carried.answer]).toEqual(['{"carried":"answer of shown"}', { title: 'Un titre' }])
  expect([...inPage]).toEqual([['answer of shown', { title: 'Un titre' }]])
})

test('what is no answer goes its own way: nothing, a refusal with its status, a redirection', async () => {
  const inPage = new Map<string, unknown>()
  expect(await read('none', inPage)).toBeNull()
  expect(await read('refused', inPage)).toMatchObject({ data: { code: 'no' }, init: { status: 403 } })
  expect(await read('moved', inPage)).toBeInstanceOf(Response)
  expect(inPage.size).toBe(0)
})

test('asked without its page, an answer is itself', async () => {
  expect(await read('shown', null)).toEqual({ title: 'Un titre' })
})

test('no text ends the script that holds it', () => {
  const hostile = { title: '</script><script>alert(1)</script><!-- <script>', line: '\u2028' }
  expect(inScript(hostile)).not.toContain('<')
  expect(JSON.parse(inScript(hostile))).toEqual(hostile)
})
