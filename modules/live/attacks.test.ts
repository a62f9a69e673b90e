import { once } from 'node:events'
import { connect } from 'node:net'
import { sql } from 'kysely'
import type { WebSocket } from 'ws'
import { expect, test } from 'vitest'
import { CLOSED } from './carrier.ts'
import { world } from './fixtures.ts'
import { aPage, closing, openSocket, type Where } from './testing/page.ts'
import { aServer } from './testing/world.ts'
import { CHECK } from './topics.ts'

const { get, someone, tell } = aServer()

test.each([
  ['a page of another site', { origin: 'https://evil.example' }, 403],
  ['a page of the same host on another port', { origin: 'http://localhost:9' }, 403],
  ['a page that is nowhere', { origin: 'null' }, 403],
  ['whoever says not where they are', { origin: undefined }, 403],
  ['a visitor', { cookie: undefined }, 401],
  ['a forged session', { cookie: '__Host-sillage=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, 401],
  ['a token beside the cookie', { authorization: 'Bearer x' }, 401],
])('%s opens no socket', async (_, headers, status) => {
  await expect(openSocket(await someone(), headers)).rejects.toThrow(`refused ${status}`)
})

test('a session that has ended opens no socket, and one that ends is cut', async () => {
  const [ada, other] = [await someone(), await someone()]
  const { db } = await world()
  const page = await aPage(other)
  const closed = closing(page.socket)
  await sql`update identity.session set expires_at = now() - interval '1 second' where person_id in (${ada.id}, ${other.id})`.execute(db)
  await expect(openSocket(ada)).rejects.toThrow('refused 401')
  await tell({ to: [other.id], topic: CHECK })
  expect(await closed).toBe(CLOSED.session)
})

test('another conversation, or none, is refused in words that a program reads', async () => {
  const ada = await someone()
  await expect(openSocket(ada, {}, 'chat')).rejects.toThrow('refused 400')
  const plain = await fetch(`http://127.0.0.1:${ada.port}/api/live/socket`, { headers: { cookie: ada.cookie } })
  expect([plain.status, (await plain.json() as { code: string }).code]).toEqual([426, 'live.upgrade-required'])
})

const bare = async ({ port }: Where, text: string) => {
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  return String((await once(socket, 'data') as [Buffer])[0]).split('\r\n')[0]
}
const UPGRADE = 'Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n'

test('a request that changes something cannot ask for a socket, and other addresses answer as ever', async () => {
  const ada = await someone()
  expect(await bare(ada, `POST /api/live/socket HTTP/1.1\r\n${UPGRADE}Content-Length: 5\r\n\r\nhello`)).toBe('HTTP/1.1 400 Bad Request')
  expect(await bare(ada, `GET /nowhere HTTP/1.1\r\n${UPGRADE}\r\n`)).toBe('HTTP/1.1 404 Not Found')
  expect(await bare(ada, `GET /api/live/socket HTTP/1.1\r\n${UPGRADE}\r\n`)).toBe('HTTP/1.1 401 Unauthorized')
})

test.each([
  ['a frame that is too big', (socket: WebSocket) => socket.send('x'.repeat(16 * 1024 + 1)), 1009],
  ['what is not understood', (socket: WebSocket) => socket.send('{"ack":-1}'), CLOSED.flood],
  ['bytes', (socket: WebSocket) => socket.send(Buffer.from([1, 2, 3])), CLOSED.flood],
  ['a flood', (socket: WebSocket) => { for (let said = 0; said < 200; said++) socket.send('{"ack":1}') }, CLOSED.flood],
  ['a flood of pings', (socket: WebSocket) => { for (let said = 0; said < 200; said++) socket.ping() }, 1006],
])('%s ends the connection, and the server lives', async (_, send, code) => {
  const ada = await someone()
  const page = await aPage(ada)
  const closed = closing(page.socket)
  send(page.socket)
  expect(await closed).toBe(code)
  await (await aPage(ada)).leave()
})

/** How many entries of somebody's stream the database itself shows to a person, whatever the query forgets. */
const readAs = async (personId: string, whose: string) => {
  const client = await (await world()).pools.portal.connect()
  await client.query(`begin; set local app.person = '${personId}'`)
  const { rowCount } = await client.query('select from live.entry where person_id = $1', [whose])
  await client.query('rollback')
  client.release()
  return rowCount
}

test('a person cannot read the stream of another, whatever the cursor', async () => {
  const [ada, other] = [await someone(), await someone()]
  for (let told = 0; told < 3; told++) await tell({ to: [ada.id] })
  const page = await aPage(other, { cursor: 0, of: ada.id })
  expect(page.told).toEqual([{ reset: { seq: 0, person: other.id } }])
  expect(page.heard).toEqual([])
  const answer = await fetch(`http://127.0.0.1:${get().port}/api/live/entries?after=0&of=${ada.id}`, { headers: { cookie: other.cookie } })
  expect(await answer.json()).toEqual([{ reset: { seq: 0, person: other.id } }])
  expect([await readAs(other.id, ada.id), await readAs(ada.id, ada.id)]).toEqual([0, 3])
  await page.leave()
})

test('the same person opens so many pages and no more: the oldest is closed', async () => {
  const ada = await someone()
  const first = await aPage(ada)
  const closed = closing(first.socket)
  const pages = await Promise.all(Array.from({ length: 20 }, () => aPage(ada)))
  expect(await closed).toBe(CLOSED.many)
  await Promise.all(pages.map((page) => page.leave()))
})
