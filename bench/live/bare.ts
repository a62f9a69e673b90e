import { createClient } from '@redis/client'
import { createServer } from 'node:http'
import { Client, Pool } from 'pg'
import { WebSocketServer, type WebSocket } from 'ws'
import { v7 } from '#kernel/id.ts'
import { answering } from './answering.ts'
import { line } from './told.ts'

// What one would write first: sockets in a list, no session, no origin, no cursor, nothing after a cut. With `bus`, two such processes, of
// which one tells the other whom to tell: by a notice in the statement that writes, or by Redis after it.
const { url, bus } = JSON.parse(process.argv[2]!) as { url: string; bus?: 'postgres' | { redis: string } }
const pool = new Pool({ connectionString: url, max: 10 })
const sockets = new Map<string, WebSocket>()
const show = (to: string) => { sockets.get(to)?.send(line(1)) }

const insert = 'insert into bench.told (id, person_id, at, body) values ($1, $2, now(), $3)'
const openBus = async () => {
  if (bus === undefined) return { text: insert, told: show }
  if (bus === 'postgres') {
    const client = new Client({ connectionString: url })
    await client.connect()
    client.on('notification', ({ payload }) => show(payload!))
    await client.query('listen bench')
    return { text: `with told as (${insert}) select pg_notify('bench', $2::text)`, told: () => undefined }
  }
  const client = createClient({ url: bus.redis })
  await client.connect()
  await client.subscribe('bench', show)
  return { text: insert, told: (to: string) => { void client.publish('bench', to) } }
}
const { text, told } = await openBus()

const http = createServer((request, response) => {
  const to = new URL(request.url!, 'http://localhost').searchParams.get('to')!
  void pool.query({ name: 'write', text, values: [v7(), to, line(1)] }).then(() => {
    const at = String(process.hrtime.bigint())
    told(to)
    response.end(JSON.stringify({ at }))
  })
})
const server = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false })
http.on('upgrade', (request, socket, head) => server.handleUpgrade(request, socket, head, (opened) => {
  const person = new URL(request.url!, 'http://localhost').searchParams.get('person')!
  sockets.set(person, opened)
  opened.on('message', () => opened.send('{"welcome":{"seq":0}}'))
}))
answering({
  write: () => undefined,
  broadcast: () => {
    const bytes = Buffer.from(line(1))
    for (const socket of sockets.values()) socket.send(bytes, { binary: false })
  },
})
http.listen(0, '127.0.0.1', () => process.send!({ port: (http.address() as { port: number }).port }))
