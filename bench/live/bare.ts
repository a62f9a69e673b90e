import { createServer } from 'node:http'
import { Pool } from 'pg'
import { WebSocketServer, type WebSocket } from 'ws'
import { v7 } from '#kernel/id.ts'
import { answering } from './answering.ts'
import { line } from './told.ts'

// What one would write first: sockets in a list, no session, no origin, no cursor, nothing after a cut.
const { url } = JSON.parse(process.argv[2]!) as { url: string }
const pool = new Pool({ connectionString: url, max: 10 })
const sockets = new Map<string, WebSocket>()
const http = createServer((request, response) => {
  const to = new URL(request.url!, 'http://localhost').searchParams.get('to')!
  const text = 'insert into bench.told (id, person_id, at, body) values ($1, $2, now(), $3)'
  const write = { name: 'write', text, values: [v7(), to, line(1)] }
  void pool.query(write).then(() => {
    sockets.get(to)?.send(line(1))
    response.end('{}')
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
  broadcast: (messages: number) => {
    for (let sent = 0; sent < messages; sent++) {
      const bytes = Buffer.from(line(1))
      for (const socket of sockets.values()) socket.send(bytes, { binary: false })
    }
  },
})
http.listen(0, '127.0.0.1', () => process.send!({ port: (http.address() as { port: number }).port }))
