import { WebSocketServer, type RawData, type WebSocket } from 'ws'
import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { CLOSED } from './carrier.ts'
import { live } from './configured.ts'
import type { Connection } from './connection.ts'
import { SocketCarrier } from './socket-carrier.ts'
import { asksUpgrade, takeSocket } from './upgrade.ts'

/** The version of the conversation; a page of an older build is told at once that it does not speak it. */
export const PROTOCOL = 'sillage.live.1'

/** More than this from one page in so long is no page. */
const [MOST, WHILE] = [100, 10_000]

const server = new WebSocketServer({
  noServer: true, maxPayload: 16 * 1024, perMessageDeflate: false, clientTracking: false, handleProtocols: () => PROTOCOL,
})

const cursor = z.int().min(0)
const said = z.union([
  z.object({ hello: z.object({
    device: z.uuid(), cursor: cursor.optional(), of: z.uuid().optional(), age: z.number().min(0).optional(),
  }) }),
  z.object({ ack: cursor }),
])

const parsed = (data: RawData) => {
  try {
    return said.safeParse(JSON.parse((data as Buffer).toString())).data
  } catch {
    return undefined
  }
}

const converse = (socket: WebSocket, carrier: SocketCarrier, connection: Connection, leave: () => void) => {
  let [count, began] = [0, Date.now()]
  const heard = () => {
    carrier.heard = true
    const now = Date.now()
    if (now - began > WHILE) [count, began] = [0, now]
    if (++count > MOST) connection.close(CLOSED.flood, 'flood')
    return count <= MOST
  }
  socket.on('pong', heard)
  socket.on('ping', heard)
  socket.on('message', (data, isBinary) => {
    if (!heard()) return
    const told = isBinary ? undefined : parsed(data)
    if (!told) connection.close(CLOSED.flood, 'not understood')
    else if ('ack' in told) connection.acknowledge(told.ack)
    else void connection.hello(told.hello)
  })
  // What breaks the protocol or is too big closes the socket by itself, with its code.
  socket.on('error', () => undefined)
  socket.on('close', leave)
}

/** The stream over a WebSocket (RFC 6455): by the session's cookie alone, from our own pages alone, without compression. */
export const openSocket = raw({
  http: 'GET /api/live/socket',
  input: z.object({}),
  allow: signedIn,
  background: true,
  handle: async ({ actor }, _, __, { request, reply }) => {
    const { hub, origins } = live()
    if (!asksUpgrade(request.raw)) throw new Refusal('live.upgrade-required', {}, 426)
    const { origin, cookie, authorization } = request.headers
    if (origin === undefined || !origins.includes(origin)) throw new Refusal('other-origin', {}, 403)
    if (!actor.session || authorization) throw new Refusal('sign-in-required', {}, 401)
    const spoken = request.headers['sec-websocket-protocol']?.split(',').map((one) => one.trim())
    if (!spoken?.includes(PROTOCOL)) throw new Refusal('live.protocol', {}, 400)
    reply.hijack()
    const { socket, head } = takeSocket(request.raw, reply.raw)!
    server.handleUpgrade(request.raw, socket, head, (opened) => {
      const carrier = new SocketCarrier(opened, socket)
      const connection = hub.join(actor, cookie, carrier)
      converse(opened, carrier, connection, () => hub.leave(connection))
    })
  },
})
