import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { RouterContextProvider, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { v7 } from '../id.ts'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { visitor, type Actor } from '../operation/actor.ts'
import { module } from '../operation/module.ts'
import { command, query, Refusal, type Context } from '../operation/operation.ts'
import { anyone, signedIn } from '../operation/rule.ts'
import { worldOf } from '../testing/world.ts'
import { accepts } from './accepts.ts'
import { answers } from './answers.ts'
import { createPageCache, packed } from './cache.ts'
import { pageCall, type PageCall } from './call.ts'

let runs = 0
const paint = command({
  http: 'POST /paint', input: z.object({ colour: z.enum(['red', 'blue']), title: z.string().min(1).max(5), fileId: z.string().optional() }),
  output: z.object({ at: z.string(), fileId: z.string().optional() }), allow: signedIn,
  run: async (_: Context, { colour, fileId }) => {
    runs++
    if (colour === 'blue') throw new Refusal('art.no-blue')
    return { at: colour, fileId }
  },
})
const seal = command({
  http: 'POST /seal', input: z.object({}), output: z.object({ secret: z.string() }), allow: signedIn, secret: true,
  run: async () => ({ secret: 'shown once' }),
})
const look = query({
  http: 'GET /look/:id', input: z.object({ id: z.string().max(3), themes: z.array(z.enum(['sea', 'sky'])).default([]), page: z.int().min(1).default(1) }),
  output: z.object({ id: z.string(), themes: z.array(z.string()), page: z.int() }), allow: anyone, can: { paint },
  run: async (_: Context, input) => input,
})
const art = module({ name: 'art', folder: 'kernel/none', operations: { paint, seal, look }, done: { paint: 'C’est peint.' } })
const world = worldOf(art)
const person: Actor = { ...visitor, id: v7() }
beforeEach(() => { runs = 0 })

const at = async (actor: Actor, url: string, init: RequestInit = {}, more: Partial<PageCall> = {}) => {
  const context = new RouterContextProvider()
  const { engine } = await world()
  context.set(pageCall, {
    engine, nonce: '', call: { actor, origin: { request: v7() } }, signInUrl: (from) => `/connexion?retour=${encodeURIComponent(from)}`,
    sentences: { 'art.paint': 'C’est peint.' }, ...more,
  })
  // As a hydrated page asks: its data lies at another address than the page's own.
  const args = { request: new Request(`http://localhost${url.replace(/(?=\?|$)/, '.data')}`, init), params: { id: url.split(/[/?]/)[2] }, context, pattern: '/look/:id', url: new URL(`http://localhost${url}`) }
  return args as unknown as LoaderFunctionArgs & ActionFunctionArgs
}
const form = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
const caught = async (work: Promise<unknown>) => work.then(() => { throw new Error('nothing was thrown') }, (thrown: unknown) => thrown)

test('a loader answers its query and the forms that the person may send', async () => {
  const answer = await answers(look)(await at(person, '/look/abc?themes=sea&themes=sky&page=2'))
  expect(answer).toMatchObject({ id: 'abc', themes: ['sea', 'sky'], page: 2, can: { paint: { command: 'paint', fields: { title: { maxLength: 5, required: true } } } } })
  expect((await answers(look)(await at(visitor, '/look/abc'))).can.paint).toBe(false)
})

test('a filter misspelt in the address is left out; a wrong path is not found; a moved page redirects', async () => {
  expect(await answers(look)(await at(visitor, '/look/abc?themes=fire&page=3'))).toMatchObject({ themes: [], page: 3 })
  expect(await caught(answers(look)(await at(visitor, '/look/abcd')))).toMatchObject({ init: { status: 404 } })
  const moved = await caught(answers(look, { moved: ({ id }) => `/look/${id}-2` })(await at(visitor, '/look/abc'))) as Response
  expect([moved.status, moved.headers.get('location')]).toEqual([308, '/look/abc-2'])
})

const act = accepts({ paint }, { paint: ({ at: where }) => `/seen/${where}` })

test('a success answers 303 and is said once; the same key twice runs once', async () => {
  const fields = { _command: 'paint', _key: v7(), colour: 'red', title: 'Mer' }
  for (let time = 0; time < 2; time++) {
    const done = await act(await at(person, '/look/abc', form(fields))) as Response
    expect([done.status, done.headers.get('location')]).toEqual([303, '/seen/red'])
    expect(done.headers.get('set-cookie')).toContain('sillage-flash=art.paint')
  }
  expect(runs).toBe(1)
})

test('a refusal brings back its reasons and what was typed, with its status', async () => {
  const wrong = await act(await at(person, '/look/abc', form({ _command: 'paint', colour: 'red', title: 'Trop long' })))
  expect(wrong).toMatchObject({ data: { refused: true, command: 'paint', code: 'input', issues: [{ field: 'title', code: 'too_long', limit: 5 }], typed: { title: ['Trop long'], colour: ['red'] } }, init: { status: 422 } })
  const no = await act(await at(person, '/look/abc', form({ _command: 'paint', colour: 'blue', title: 'Mer' })))
  expect(no).toMatchObject({ data: { code: 'art.no-blue', typed: { title: ['Mer'] } }, init: { status: 409 } })
})

test('an answer that holds a secret is shown by the page itself, once', async () => {
  const key = v7()
  const press = async () => accepts({ seal })(await at(person, '/look/abc', form({ _command: 'seal', _key: key })))
  expect(await press()).toEqual({ command: 'seal', answer: { secret: 'shown once' } })
  expect(await press()).toMatchObject({ data: { refused: true, code: 'answered-once' }, init: { status: 409 } })
})

test('a visitor is led to sign in and back; a form names only the commands of its page', async () => {
  const led = await caught(act(await at(visitor, '/look/abc?page=2', form({ _command: 'paint', colour: 'red', title: 'Mer' })))) as Response
  expect(led.headers.get('location')).toBe('/connexion?retour=%2Flook%2Fabc%3Fpage%3D2')
  for (const name of ['look', 'constructor', '']) {
    expect(await caught(act(await at(person, '/look/abc', form({ _command: name }))))).toMatchObject({ init: { status: 404 } })
  }
})

test('a file inside a form is received as a stream and becomes its identifier', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ _command: 'paint', _purpose: 'image', colour: 'red', title: 'Mer' })) body.append(name, value)
  body.append('fileId', new File(['bytes of a picture'], 'mer.png'))
  const received: unknown[] = []
  await act(await at(person, '/look/abc', { method: 'POST', body }, {
    receive: async (_, file) => { received.push({ ...file, stream: await text(file.stream) }); return { fileId: 'f1' } },
  }))
  expect(received).toEqual([{ name: 'mer.png', purpose: 'image', stream: 'bytes of a picture' }])
  expect(runs).toBe(1)
})

test('a file that is refused comes back as a refusal, with what was typed beside it', async () => {
  const body = new FormData()
  for (const [name, value] of Object.entries({ _command: 'paint', colour: 'red' })) body.append(name, value)
  body.append('fileId', new File(['x'], 'mer.exe'))
  body.append('title', 'Mer')
  const refused = await act(await at(person, '/look/abc', { method: 'POST', body }, {
    receive: async () => { throw new Refusal('files.type-refused') }, sentences: { 'files.type-refused': 'Ce fichier ne convient pas.' },
  }))
  expect(refused).toMatchObject({
    data: { command: 'paint', code: 'files.type-refused', sentence: 'Ce fichier ne convient pas.', typed: { colour: ['red'], title: ['Mer'] } },
  })
  expect(runs).toBe(0)
})

test('a form cut in the middle of its file is refused, and what was being received ends', async () => {
  const head = '--cut\r\ncontent-disposition: form-data; name="fileId"; filename="a.png"\r\ncontent-type: image/png\r\n\r\nhalf of'
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => { controller.enqueue(new TextEncoder().encode(head)) },
    pull: async (controller) => { await pause(20); controller.error(new Error('gone')) },
  })
  const ends: string[] = []
  const cut = act(await at(person, '/look/abc', { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=cut' } } as RequestInit, {
    receive: async (_, file) => text(file.stream).then(() => ({ fileId: 'never' })).finally(() => ends.push(file.name)),
  }))
  expect(await cut).toMatchObject({ data: { refused: true, code: 'bad-request' }, init: { status: 400 } })
  expect(ends).toEqual(['a.png'])
})

test('a kept page is unknown as soon as something changed, and nothing is kept while notices may be lost', async () => {
  const cache = createPageCache()
  const follower = cache.follow()
  const page = await packed({}, Buffer.from('a page'))
  const put = (seen = cache.version()) => cache.put('/a', seen, page)
  put()
  expect(cache.find('/a')).toBeUndefined()
  follower.resume()
  put()
  expect(cache.find('/a')?.bodies.identity.toString()).toBe('a page')
  follower.changed()
  expect(cache.find('/a')).toBeUndefined()
  put(cache.version() - 1)
  expect(cache.find('/a')).toBeUndefined()
  put()
  follower.pause()
  expect(cache.find('/a')).toBeUndefined()
  follower.resume()
  expect(cache.find('/a')).toBeUndefined()
})
