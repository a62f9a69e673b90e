import { ServerResponse, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance } from 'fastify'

const waiting = new WeakMap<IncomingMessage, { socket: Duplex; head: Buffer }>()

/**
 * Lets a request that asks for another protocol (RFC 9110 §7.8) go through the server as every request does: address, limits, session,
 * rights and refusals are those of every route. A route that knows the protocol takes the socket.
 */
export const mountUpgrades = (app: FastifyInstance) => {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    // Once upgraded, nothing reads a body.
    if (request.method !== 'GET') {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
      return
    }
    waiting.set(request, { socket, head })
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket as Parameters<ServerResponse['assignSocket']>[0])
    response.on('finish', () => socket.end())
    app.routing(request, response)
  })
}

/** The socket of a request that asked for another protocol, which the route then answers by itself. */
export const takeSocket = (request: IncomingMessage, response: ServerResponse) => {
  const taken = waiting.get(request)
  if (taken) response.detachSocket(taken.socket as Parameters<ServerResponse['detachSocket']>[0])
  return taken
}
/** Whether a request asked for another protocol. */
export const asksUpgrade = (request: IncomingMessage): boolean => waiting.has(request)
