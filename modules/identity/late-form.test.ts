import { RouterContextProvider, type ActionFunctionArgs } from 'react-router'
import { v7 } from '#kernel/id.ts'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { module } from '#kernel/operation/module.ts'
import { command, Refusal, type Context } from '#kernel/operation/operation.ts'
import { anyone, signedIn } from '#kernel/operation/rule.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { pageCall, type PageCall } from '#kernel/page/call.ts'
import { lateForm, type SessionEnded } from './late-form.ts'

let runs: string[] = []
let typed: readonly (readonly [string, string])[] = []
const write = command({
  http: 'POST /write', input: z.object({ words: z.string().min(1), tags: z.array(z.string()).default([]) }), output: z.object({}), allow: signedIn,
  run: async (_: Context, { words }) => { runs.push(words); return {} },
})
/** To a visitor a draft does not exist. */
const amend = command({
  http: 'POST /amend', input: z.object({ words: z.string() }), output: z.object({}), allow: signedIn,
  on: async ({ actor }: Context) => actor.id ? { id: actor.id } : undefined, run: async () => ({}),
})
const report = command({
  http: 'POST /report', input: z.object({}), output: z.object({}), allow: anyone, on: async () => undefined, run: async () => ({}),
})
const world = worldOf(module({ name: 'letters', folder: 'kernel/none', operations: { write, amend, report } }))
const act = accepts({ write, amend, report })
const [ada, bob]: Actor[] = [{ ...visitor, id: v7() }, { ...visitor, id: v7() }]
beforeEach(() => {
  runs = []
  typed = [['_command', 'write'], ['_key', v7()], ['words', 'Une longue lettre'], ['tags', 'a'], ['tags', 'b']]
})

const send = async (actor: Actor, body: URLSearchParams | FormData, more: Partial<PageCall> = {}) => {
  const { engine } = await world()
  const context = new RouterContextProvider()
  context.set(pageCall, {
    engine, nonce: '', call: { actor, origin: { request: v7() } }, sentences: {}, signInUrl: () => '/connexion', lateForm: lateForm(''), ...more,
  })
  const request = new Request('http://localhost/letters?page=2', { method: 'POST', body })
  const args = { request, params: {}, context, url: new URL(request.url) } as unknown as ActionFunctionArgs
  return act(args).then((answer) => ({ ran: answer as Response, status: 303, data: undefined }), (thrown: { data: SessionEnded, init: { status: number } }) =>
    ({ ran: undefined, status: thrown.init.status, data: thrown.data }))
}
const form = (fields: readonly (readonly [string, string])[]) => new URLSearchParams(fields.map(([name, value]) => [name, value]))

test('a form that comes after its session had ended comes back whole, with its address and whose it was, and runs nothing', async () => {
  const { status, data } = await send(visitor, form(typed), { lateForm: lateForm('ada') })
  expect(status).toBe(401)
  expect(data).toEqual({ code: 'session-ended', because: 'ended', to: '/letters?page=2', leftOut: 'nothing', fields: [...typed.map((one) => [...one]), ['_typist', 'ada']] })
  expect(runs).toEqual([])
})

test('sent again by who typed it, it runs; sent again too soon, it is kept once more under the same name', async () => {
  const { data } = await send(visitor, form(typed), { lateForm: lateForm('ada') })
  expect((await send(visitor, form(data!.fields), { lateForm: lateForm('') })).data).toEqual(data)
  expect((await send(ada!, form(data!.fields), { lateForm: lateForm('ada') })).status).toBe(303)
  expect(runs).toEqual(['Une longue lettre'])
})

test('somebody else who signed in since is told so, and nothing runs', async () => {
  const { data } = await send(visitor, form(typed), { lateForm: lateForm('ada') })
  const other = await send(bob!, form(data!.fields), { lateForm: lateForm('bob') })
  expect(other).toMatchObject({ status: 409, data: { because: 'other', fields: data!.fields } })
  expect(runs).toEqual([])
})

test('where nothing says who typed it, it is asked first', async () => {
  const { data } = await send(visitor, form(typed))
  const asked = await send(ada!, form(data!.fields), { lateForm: lateForm('ada') })
  expect(asked).toMatchObject({ status: 409, data: { because: 'unsure' } })
  expect(runs).toEqual([])
  await send(ada!, form(asked.data!.fields), { lateForm: lateForm('ada') })
  expect(runs).toEqual(['Une longue lettre'])
})

test('what opens something is not kept, nor is a file, and the page says so', async () => {
  const secrets = [['credential', 'x'], ['token', 'y'], ['_code', '123456'], ['password', 'z']] as const
  const { data } = await send(visitor, form([...typed, ...secrets]), { lateForm: lateForm('ada') })
  expect(data).toMatchObject({ leftOut: 'secret' })
  expect(data!.fields.map(([name]) => name)).toEqual(['_command', '_key', 'words', 'tags', 'tags', '_typist'])
  const body = new FormData()
  for (const [name, value] of typed) body.append(name, value)
  body.append('fileId', new File(['bytes'], 'a.png'))
  const received = await send(visitor, body, { lateForm: lateForm('ada'), receive: async () => { throw new Refusal('sign-in-required', {}, 401) } })
  expect(received).toMatchObject({ status: 401, data: { leftOut: 'file', fields: expect.arrayContaining([['words', 'Une longue lettre']]) } })
})

test('what a visitor may not even see is the same case; what is not there for anybody is not', async () => {
  expect(await send(visitor, form([['_command', 'amend'], ['words', 'x']]))).toMatchObject({ status: 401, data: { because: 'ended' } })
  expect(await send(visitor, form([['_command', 'write'], ['words', '']]))).toMatchObject({ status: 401, data: { because: 'ended' } })
  expect(await send(visitor, form([['_command', 'report']]))).toMatchObject({ status: 404 })
  expect(await send(ada!, form([['_command', 'unknown']]))).toMatchObject({ status: 404 })
})
