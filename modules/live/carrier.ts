import type { Entry, Hello } from './stream.ts'

interface Where { seq: number; person: string }

/** A message as it travels, written once for all those who get it. */
export class Written {
  readonly json: string
  /** Its frames, but for the number: by how many digits that has (frame.ts). */
  readonly frames: (Buffer | undefined)[] = []
  constructor(json: string) { this.json = json }
}

/** What carries a stream to one page: a WebSocket, an event stream, an answer that waits. */
export interface Carrier {
  entry(seq: number, message: Written): void
  /** `off`: administrators closed the streams, the page may ask again after so many seconds. */
  say(told: { welcome: Where } | { reset: Where } | { off: { seconds: number } }): void
  /** Bytes that wait for the network. */
  readonly buffered: number
  /** Looks whether somebody is there. @returns false when nobody has been for too long. */
  beat(): boolean
  close(code: number, reason: string): void
}

/** What a connection asks of its hub. */
export interface Source {
  begin(personId: string, hello: Hello): Promise<{ seq: number; reset: boolean }>
  /** The next entries, at most a page of them. */
  after(personId: string, seq: number): Promise<Entry[]>
  write(entry: Entry, attempts: number): Written
  acknowledged(personId: string, deviceId: string, seq: number): void
  failed(error: unknown): void
}

/** Closing codes (RFC 6455 §7.4): ours begin at 4000. */
export const CLOSED = { away: 1001, flood: 1008, failed: 1011, slow: 1013, session: 4401, unread: 4408, many: 4409, off: 4503 } as const
