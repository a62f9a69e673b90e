import { CLOSED, type Carrier, type Source, type Written } from './carrier.ts'
import { RETRY } from './envelope.ts'
import { PAGE, type Hello } from './stream.ts'

/** Above it nothing more is sent until the network has taken most of it; after so long without that, the page is cut. */
const [MOST_BUFFERED, STALL] = [256 * 1024, 30_000]
/** A page says hello, and is looked at, this often. In milliseconds. */
const [HELLO, BEAT] = [10_000, 25_000]

/** The stream of one person to one page: in order, without a gap, each entry once (again when it is not acknowledged). */
export class Connection {
  readonly personId: string
  readonly cookies: string | undefined
  readonly #carrier: Carrier
  readonly #source: Source
  #state: 'new' | 'reading' | 'live' | 'paused' | 'closed' = 'new'
  #sent = 0
  #again = false
  #device = ''
  #acked = 0
  #attempts = 0
  /** The last entry that asks to be acknowledged, and since when it waits; when the state began; when the page was last looked at. */
  #asking = 0
  #asked = 0
  #since = Date.now()
  #seen = Date.now()

  constructor(personId: string, cookies: string | undefined, carrier: Carrier, source: Source) {
    this.personId = personId
    this.cookies = cookies
    this.#carrier = carrier
    this.#source = source
  }

  get sent() { return this.#state === 'live' ? this.#sent : undefined }

  /** The page says where it is; it may say so again when it saw a gap. */
  async hello({ device = '', ...hello }: Hello & { device?: string | undefined }) {
    if (this.#state === 'reading' || this.#state === 'closed') return
    this.#state = 'reading'
    this.#device = device
    try {
      const { seq, reset } = await this.#source.begin(this.personId, hello)
      this.#sent = this.#acked = seq
      const where = { seq, person: this.personId }
      if (this.#isOver()) return
      this.#carrier.say(reset ? { reset: where } : { welcome: where })
      await this.#read()
    } catch (error) {
      this.#fail(error)
    }
  }

  /** An entry was committed. Sent at once where it is the next; otherwise the stream is read. */
  offer(seq: number, message: Written, asks: boolean) {
    if (this.#state !== 'live') {
      this.#again = true
    } else if (seq === this.#sent + 1 && this.#carrier.buffered <= MOST_BUFFERED) {
      this.#send(seq, message, asks)
    } else if (seq > this.#sent) {
      this.catchUp()
    }
  }

  /** Sends what the person's stream has beyond what was sent. */
  catchUp() {
    if (this.#state === 'reading') this.#again = true
    if (this.#state === 'live') this.#readOn()
  }

  #readOn() {
    this.#state = 'reading'
    this.#read().catch((error: unknown) => this.#fail(error))
  }

  acknowledge(seq: number) {
    const known = Math.min(seq, this.#sent)
    if (known <= this.#acked) return
    this.#acked = known
    this.#attempts = 0
    if (known >= this.#asking) this.#asked = 0
    if (this.#device) this.#source.acknowledged(this.personId, this.#device, known)
  }

  /** Each second. */
  tick(now: number) {
    if (this.#state === 'new' && now - this.#since > HELLO) this.close(CLOSED.flood, 'hello')
    if (this.#state === 'paused' && now - this.#since > STALL) this.close(CLOSED.slow, 'slow')
    if (this.#state === 'paused' && this.#carrier.buffered < MOST_BUFFERED / 4) this.#readOn()
    if (now - this.#seen > BEAT) {
      this.#seen = now
      if (!this.#carrier.beat()) this.close(CLOSED.away, 'silent')
    }
    if (this.#state === 'live' && this.#asked && now - this.#asked > RETRY.backoff * 1000) this.#sendAgain()
  }

  /** Administrators closed the streams to this person: the page may ask again after so many seconds. */
  sendAway(seconds: number) {
    if (this.#state === 'closed') return
    this.#carrier.say({ off: { seconds } })
    this.close(CLOSED.off, 'switched off')
  }

  close(code: number, reason: string) {
    this.#state = 'closed'
    this.#carrier.close(code, reason)
  }

  /** The carrier is gone. */
  closed() { this.#state = 'closed' }

  #send(seq: number, message: Written, asks: boolean) {
    this.#sent = seq
    // Only who says its device acknowledges here; others do by a command.
    if (asks && this.#device) {
      this.#asking = seq
      this.#asked ||= Date.now()
    }
    this.#carrier.entry(seq, message)
  }

  #sendAgain() {
    this.#attempts++
    this.#asked = Date.now()
    if (this.#attempts > RETRY.limit) this.close(CLOSED.unread, 'not acknowledged')
    this.#sent = this.#acked
    this.catchUp()
  }

  #fail(error: unknown) {
    this.#source.failed(error)
    if (this.#state !== 'closed') this.close(CLOSED.failed, 'failed')
  }

  /** While something was read, the page may have gone. */
  #isOver() { return this.#state !== 'reading' }

  async #read() {
    do {
      this.#again = false
      if (this.#carrier.buffered > MOST_BUFFERED) {
        this.#state = 'paused'
        this.#since = Date.now()
        return
      }
      const entries = await this.#source.after(this.personId, this.#sent)
      if (this.#isOver()) return
      for (const entry of entries) if (entry.seq > this.#sent) this.#send(entry.seq, this.#source.write(entry, this.#attempts), entry.asks)
      this.#again ||= entries.length >= PAGE
    } while (this.#again)
    this.#state = 'live'
  }
}
