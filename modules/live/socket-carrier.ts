import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { CLOSED, type Carrier, type Written } from './carrier.ts'
import { frameOf } from './frame.ts'

/** A stream over a WebSocket. `heard`: the page has said something since the last beat. */
export class SocketCarrier implements Carrier {
  readonly #socket: WebSocket
  readonly #network: Duplex
  heard = true
  constructor(socket: WebSocket, network: Duplex) {
    this.#socket = socket
    this.#network = network
  }
  /** Straight to the network, which is cheaper: without compression `ws` keeps nothing back, so that no frame cuts another one. */
  entry(seq: number, message: Written) {
    if (this.#socket.readyState === this.#socket.OPEN) this.#network.write(frameOf(seq, message))
  }
  say(told: object) { this.#socket.send(JSON.stringify(told)) }
  get buffered() { return this.#socket.bufferedAmount }
  beat() {
    const { heard } = this
    this.heard = false
    if (heard) this.#socket.ping()
    return heard
  }
  close(code: number, reason: string) {
    this.#socket.close(code, reason)
    // Whoever does not read does not read this either.
    if (code === CLOSED.slow || code === CLOSED.away) this.#socket.terminate()
  }
}
