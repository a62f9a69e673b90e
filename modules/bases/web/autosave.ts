/** What a form holds, as its command takes it. */
export type FormWords = Readonly<Record<string, string>>

/** How a sending ended. `failed` is anything that a later try may mend: no network, a server that restarts. */
export type Outcome =
  | { kind: 'saved', version: number }
  | { kind: 'invalid', issues: readonly { field: string, code: string, limit?: number }[] }
  | { kind: 'stale' | 'gone' | 'signed-out' | 'failed' }

export type Status =
  | { state: 'idle' | 'typing' | 'saving' | 'stale' | 'gone' | 'signed-out' | 'waiting' }
  | { state: 'saved', at: number }
  | { state: 'invalid', issues: Extract<Outcome, { kind: 'invalid' }>['issues'] }

/** One sending: tried again as it is, under its key, until its outcome is known, so that our own words are never taken for another's. */
export interface Sending { readonly words: FormWords, readonly version: number, readonly key: string }

/** Words that are not on the server yet, and the sending of which the outcome is not known. */
export interface Kept { readonly words: FormWords, readonly version: number, readonly pending?: Sending }

interface Autosave {
  send: (sending: Sending, leaving: boolean) => Promise<Outcome>
  tell: (status: Status) => void
  /** Keeps words that are not on the server yet, should the page go; none: they are. */
  keep: (kept: Kept | undefined) => void
  key: () => string
}

/** After the last key, in milliseconds; then, when a sending failed, the wait before each next one. */
const PAUSE = 1200
const AGAIN = [2000, 5000, 15_000, 30_000]

/** Saves what is typed, shortly after a pause. Knows no page and no network: `send` does. */
export const createAutosave = ({ send, tell, keep, key }: Autosave) => {
  let version: number | undefined
  let words: FormWords | undefined
  let pending: Sending | undefined
  let running: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let halted = false

  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), milliseconds)
  }
  const settle = (outcome: Outcome, sending: Sending) => {
    if (outcome.kind === 'saved') {
      [failures, pending, version] = [0, undefined, outcome.version]
      if (words !== sending.words) return keep(words && { words, version: outcome.version })
      words = undefined
      keep(undefined)
      return tell({ state: 'saved', at: Date.now() })
    }
    if (outcome.kind === 'failed' || outcome.kind === 'signed-out') {
      tell({ state: outcome.kind === 'failed' ? 'waiting' : 'signed-out' })
      return wait(AGAIN[Math.min(failures++, AGAIN.length - 1)]!)
    }
    pending = undefined
    if (outcome.kind === 'invalid') return words === sending.words && tell({ state: 'invalid', issues: outcome.issues })
    // The person decides: nothing more is sent until they have.
    halted = true
    return tell({ state: outcome.kind })
  }
  const run = async (leaving: boolean) => {
    while ((pending || words) && !halted) {
      pending ??= { words: words!, version: version!, key: key() }
      const sending = pending
      keep({ words: words ?? sending.words, version: sending.version, pending })
      tell({ state: 'saving' })
      const outcome = await send(sending, leaving)
      settle(outcome, sending)
      if (outcome.kind !== 'saved' || words === undefined) return
    }
  }
  /** Sends what waits, now. */
  const flush = async (leaving = false): Promise<void> => {
    clearTimeout(timer)
    running ??= run(leaving).finally(() => { running = undefined })
    return running
  }
  return {
    flush,
    /** Something was typed, over the version that the person saw when they began. */
    typed: (typed: FormWords, seen: number) => {
      version ??= seen
      words = typed
      keep({ words, version, pending })
      if (halted) return
      tell({ state: 'typing' })
      wait(PAUSE)
    },
    /** What an earlier page of this tab could not say to be saved. */
    resume: (kept: Kept) => {
      [version, words, pending] = [kept.version, kept.words, kept.pending]
      tell({ state: 'typing' })
      wait(0)
    },
    /** The form is being sent by the person: what waits goes with it. */
    hold: () => clearTimeout(timer),
    /** The form was sent or emptied by the person: what was typed is settled. */
    done: () => {
      clearTimeout(timer);
      [version, words, pending, failures, halted] = [undefined, undefined, undefined, 0, false]
      keep(undefined)
      tell({ state: 'idle' })
    },
    /** The version that goes with what is typed, once something is. */
    version: () => version,
    isBusy: () => running !== undefined,
    isUnsaved: () => words !== undefined || pending !== undefined,
  }
}
