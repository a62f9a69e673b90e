import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { WebSocket, type RawData } from 'ws'
import type { Message } from '../envelope.ts'
import { PROTOCOL } from '../socket.ts'

export interface Heard { seq: number; message: Message }
export interface Where { port: number; origin: string; cookie: string }

const closed = new WeakMap<WebSocket, Promise<number>>()

/**
 * Opens a socket as a browser does, with any head that a test wants.
 * @param hear what it is told, from the first word: one may come before whoever opened it knows that it is open.
 * @throws with the status when it is refused.
 */
export const openSocket = (
  { port, origin, cookie }: Where, headers: Record<string, string | undefined> = {}, protocol = PROTOCOL, hear?: (data: RawData) => void,
) => {
  const given = Object.fromEntries(Object.entries({ origin, cookie, ...headers }).filter(([, value]) => value !== undefined))
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live/socket`, protocol, {
    headers: given as Record<string, string>, perMessageDeflate: false,
  })
  if (hear) socket.on('message', hear)
  closed.set(socket, once(socket, 'close').then(([code]) => code as number))
  closed.get(socket)!.catch(() => undefined)
  return new Promise<WebSocket>((opened, refused) => {
    socket.on('open', () => opened(socket))
    socket.on('unexpected-response', (_, answer) => {
      answer.resume()
      refused(new Error(`refused ${answer.statusCode}`))
    })
    socket.on('error', refused)
  })
}

/** With which code it is closed, or was. */
export const closing = (socket: WebSocket): Promise<number> => closed.get(socket)!

/** A page that listens: what it heard, in order, and what it was told besides. */
export const aPage = async (where: Where, hello: { cursor?: number; of?: string; age?: number } = {}) => {
  const heard: Heard[] = []
  const told: Record<string, { seq: number; person: string }>[] = []
  const waiting = new Set<() => void>()
  const socket = await openSocket(where, {}, PROTOCOL, (data) => {
    const line = JSON.parse((data as Buffer).toString())
    if ('seq' in line) heard.push(line)
    else told.push(line)
    waiting.forEach((look) => look())
  })
  const until = (holds: () => boolean) => new Promise<void>((done) => {
    const look = () => {
      if (!holds()) return
      waiting.delete(look)
      done()
    }
    waiting.add(look)
    look()
  })
  const device = randomUUID()
  socket.send(JSON.stringify({ hello: { device, ...hello } }))
  await until(() => told.length > 0)
  return {
    socket, heard, told, device,
    /** Waits until so many entries came. */
    hears: (count: number) => until(() => heard.length >= count),
    ack: (seq: number) => socket.send(JSON.stringify({ ack: seq })),
    leave: async () => {
      socket.close()
      await closing(socket)
    },
  }
}
