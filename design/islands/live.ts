/**
 * The person's stream, on the page's side: one connection for all the tabs of a browser, by what the network lets through. What is heard
 * says that something changed; the parts of the page that show it (`data-live`) are then fetched again. The page works without it.
 */
import { position, take } from './live-position.ts'
import { ways, type Line, type Talk } from './live-ways.ts'
import './mention.ts'
import './push.ts'

const NAME = 'sillage-live'
/** A tab that nobody looks at gives its place up after this; another way is looked for after this. In milliseconds. */
const [HIDDEN, BETTER] = [600_000, 300_000]
/** How often a way that worked may fail before another one is tried. */
const PATIENCE = 5

const channel = 'BroadcastChannel' in self ? new BroadcastChannel(NAME) : undefined
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- the rule is for windows: a BroadcastChannel has no target and reaches its own origin alone (HTML §9.5)
const tellTabs = (told: { line: Line; person: string } | { opened: number }) => channel?.postMessage(told)
const device = crypto.randomUUID()
/** Last lines, for a tab that opens while they come. */
let recent: { at: number; line: Line; person: string }[] = []

if (channel) channel.onmessage = ({ data }: MessageEvent<{ line?: Line; person?: string; opened?: number }>) => {
  if (data.line) take(data.line, data.person!, false)
  // A tab that opened misses what came while it was loading.
  if (data.opened) for (const { at, line, person } of recent) if (at > data.opened - 1000) tellTabs({ line, person })
}
tellTabs({ opened: performance.timeOrigin })

/** The way that the network let through last: it is tried again some times, since servers restart, before another one is. */
const known = sessionStorage.getItem(`${NAME}-way`)
let way = Number(known)
let patience = known === null ? 0 : PATIENCE
let failures = 0

const choose = (chosen: number) => {
  way = chosen % ways.length
  patience = 0
}
const worked = () => {
  if (patience === 0) sessionStorage.setItem(`${NAME}-way`, String(way))
  patience = PATIENCE
  failures = 0
}

/** Keeps one connection, until this tab goes. */
const hold = (ended: AbortSignal) => {
  let talk: Talk | undefined
  let acked = 0
  let waiting = 0
  const open = () => {
    waiting = 0
    if (ended.aborted) return
    let heard = false
    let away = 0
    const began = Date.now()
    const age = Math.round(performance.now())
    talk = ways[way]!({ ...position, age, device }, (line) => {
      heard = true
      worked()
      if (line.off) {
        away = line.off.seconds * 1000
        return
      }
      const person = (line.welcome ?? line.reset)?.person ?? position.person ?? ''
      if (!take(line, person, true)) return talk?.close()
      recent = [...recent.slice(-20), { at: Date.now(), line, person }]
      if (!line.welcome) tellTabs({ line, person })
      if (way > 0 && Date.now() - began > BETTER) choose(0)
    }, (isOver) => {
      if (isOver) return
      // A way that says no word may be closed by the network.
      if (!heard && navigator.onLine && patience-- <= 0) choose(way + 1)
      failures++
      waiting = window.setTimeout(open, (away || (heard ? 300 : Math.min(30_000, 500 * 2 ** failures))) * (0.5 + Math.random()))
    })
  }
  const timer = setInterval(() => {
    if (position.seq && position.seq > acked) talk?.acknowledge(acked = position.seq)
  }, 2000)
  addEventListener('online', () => {
    if (!waiting) return
    clearTimeout(waiting)
    open()
  }, { signal: ended })
  ended.addEventListener('abort', () => {
    clearInterval(timer)
    talk?.close()
  })
  open()
}

let leaving = new AbortController()
const stay = () => {
  leaving = new AbortController()
  const { signal } = leaving
  const lead = () => new Promise<void>((done) => {
    signal.addEventListener('abort', () => done())
    hold(signal)
  })
  // Whoever waits takes its place when the tab that holds it goes.
  if (channel && navigator.locks) navigator.locks.request(NAME, { signal }, lead).catch(() => undefined)
  else void lead()
}
stay()

let hidden = 0
document.addEventListener('visibilitychange', () => {
  clearTimeout(hidden)
  if (document.hidden) hidden = window.setTimeout(() => leaving.abort(), HIDDEN)
  else if (leaving.signal.aborted) stay()
})
addEventListener('pagehide', () => leaving.abort())
addEventListener('pageshow', ({ persisted }) => { if (persisted) stay() })
