import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../socket.ts'
import type { Person } from './crowd.ts'

const ORIGIN = 'http://localhost:3000'

/** A page as the island is: it comes back by itself, from the last entry that it has seen, and notes all that is wrong. */
export class Listener {
  readonly person: Person
  readonly heard: string[] = []
  readonly wrong = { duplicated: 0, gaps: 0, resets: 0 }
  cuts = 0
  #cursor = 0
  #socket: WebSocket | undefined
  #ended = false
  #ports: () => number[]
  readonly #device = randomUUID()

  constructor(person: Person, ports: () => number[]) {
    this.person = person
    this.#ports = ports
    this.#open()
  }

  get isOpen() { return this.#socket?.readyState === WebSocket.OPEN }

  /** The network breaks, without a word. */
  cut() {
    this.cuts++
    this.#socket?.terminate()
  }

  /** The page takes nothing for a while. */
  sleep(milliseconds: number) {
    const socket = this.#socket
    if (socket?.readyState !== WebSocket.OPEN) return
    socket.pause()
    setTimeout(() => { if (socket.isPaused) socket.resume() }, milliseconds)
  }

  end() {
    this.#ended = true
    this.#socket?.terminate()
  }

  #open() {
    if (this.#ended) return
    const ports = this.#ports()
    const port = ports[Math.floor(Math.random() * ports.length)]
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live/socket`, PROTOCOL, {
      perMessageDeflate: false, handshakeTimeout: 10_000, headers: { origin: ORIGIN, cookie: this.person.cookie },
    })
    this.#socket = socket
    socket.on('open', () => socket.send(JSON.stringify({ hello: { device: this.#device, cursor: this.#cursor, of: this.person.id } })))
    socket.on('message', (data) => this.#hear(JSON.parse((data as Buffer).toString())))
    socket.on('error', () => undefined)
    socket.on('close', () => setTimeout(() => this.#open(), 200 + Math.random() * 1000))
  }

  #hear(line: { seq?: number; message?: { metadata: { id: string } }; reset?: object }) {
    if (line.reset) this.wrong.resets++
    if (line.seq === undefined) return
    if (line.seq <= this.#cursor) this.wrong.duplicated++
    else if (line.seq > this.#cursor + 1) this.wrong.gaps++
    this.#cursor = line.seq
    this.heard.push(line.message!.metadata.id)
    if (line.seq % 5 === 0) this.#socket!.send(JSON.stringify({ ack: line.seq }))
  }
}
