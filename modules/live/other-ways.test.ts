import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { world } from './fixtures.ts'
import { acknowledgeEntries } from './operations/acknowledge-entries.ts'
import { aServer } from './testing/world.ts'

const { someone, tell } = aServer()

interface Line { seq?: number; welcome?: { seq: number; person: string }; reset?: { seq: number } }

const ask = async (ada: { port: number; cookie: string }, path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${ada.port}/api/live/${path}`, { headers: { cookie: ada.cookie, ...headers } })

/** Reads events until so many came, then goes away. */
const events = async (answer: Response, count: number) => {
  let text = ''
  const found = () => [...text.matchAll(/^(?:id: (.*)\n)?data: (.*)$/gm)].map(([, id, data]) => ({ id, line: JSON.parse(data!) as Line }))
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  while (found().length < count) text += (await reader.read()).value ?? ''
  await reader.cancel()
  return found()
}

test('the stream comes as events, and resumes by the identifier of the last one', async () => {
  const ada = await someone()
  const opened = await ask(ada, 'stream')
  expect(opened.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  await pause(100)
  for (let told = 0; told < 2; told++) await tell({ to: [ada.id] })
  const first = await events(opened, 3)
  expect(first.map(({ line }) => line.seq ?? line.welcome?.seq)).toEqual([0, 1, 2])
  await tell({ to: [ada.id] })
  const next = await events(await ask(ada, 'stream', { 'last-event-id': first[1]!.id! }), 3)
  expect(next.map(({ line }) => line.seq ?? line.welcome?.seq)).toEqual([1, 2, 3])
})

test('the stream comes by answers that wait', async () => {
  const ada = await someone()
  expect(await (await ask(ada, 'entries')).json()).toEqual([{ welcome: { seq: 0, person: ada.id } }])
  const waiting = ask(ada, `entries?after=0&of=${ada.id}`)
  await pause(200)
  await tell({ to: [ada.id] })
  const lines = await (await waiting).json() as Line[]
  expect(lines.map(({ seq }) => seq)).toEqual([undefined, 1])
  await tell({ to: [ada.id] })
  const next = await (await ask(ada, `entries?after=1&of=${ada.id}`)).json() as Line[]
  expect(next.at(-1)!.seq).toBe(2)
})

test.each(['stream', 'entries'])('%s answers no visitor, no other site, no token', async (path) => {
  const ada = await someone()
  expect((await ask({ ...ada, cookie: '' }, path)).status).toBe(401)
  expect((await ask(ada, path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await ask(ada, path, { authorization: 'Bearer x' })).status).toBe(401)
})

test('a page without a socket acknowledges by a command, for its own stream alone', async () => {
  const { as, db } = await world()
  const [ada, device] = [await someone(), v7()]
  await tell({ to: [ada.id], acknowledge: true })
  await as(ada).run(acknowledgeEntries, { device, seq: 40 })
  const { rows } = await sql`select seq from live.acknowledgement where device_id = ${device}`.execute(db)
  expect(rows).toEqual([{ seq: 1 }])
  await expect(as().run(acknowledgeEntries, { device, seq: 1 })).rejects.toMatchObject({ status: 401 })
})

test('the contract of messages is public, and versioned', async () => {
  const ada = await someone()
  const answer = await fetch(`http://127.0.0.1:${ada.port}/api/live/message-1.schema.json`)
  expect(answer.headers.get('content-type')).toContain('application/schema+json')
  const schema = await answer.json() as { $id: string; properties: { format: object } }
  expect(schema.$id).toMatch(/\/api\/live\/message-1\.schema\.json$/)
  expect(schema.properties.format).toMatchObject({ const: 1 })
})
