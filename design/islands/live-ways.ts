/** A line of the stream (docs/messages.md). */
export interface Line {
  seq?: number
  message?: { metadata: { topic: string; expiration?: string } }
  welcome?: { seq: number; person: string }
  reset?: { seq: number; person: string }
  /** Administrators closed the streams: to be asked again after so many seconds. */
  off?: { seconds: number }
}
export interface Position { person?: string; seq?: number }
export interface Talk { acknowledge(seq: number): void; close(): void }
type Asked = Position & { age: number; device: string }
/** @param over told when the connection ends: true when it is of no use to come back. */
type Way = (asked: Asked, hear: (line: Line) => void, over: (isOver?: boolean) => void) => Talk

const ROOT = '/api/live/'
/** The server's: the session has ended, or too many pages are open. */
const [ENDED, MANY] = [4401, 4409]
/** A way that has said nothing by then is closed by the network. In milliseconds. */
const SILENT = 8000

const searchOf = ({ person, seq, age }: Asked) =>
  new URLSearchParams(seq === undefined ? { age: String(age) } : { after: String(seq), of: person ?? '' })

const acknowledge = (device: string) => (seq: number) => {
  void fetch(`${ROOT}acknowledgements`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ device, seq }),
  }).catch(() => undefined)
}

const bySocket: Way = ({ person, seq, age, device }, hear, over) => {
  const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${ROOT}socket`, 'sillage.live.1')
  const timer = setTimeout(() => socket.close(), SILENT)
  socket.onopen = () => socket.send(JSON.stringify({ hello: { device, age, ...seq !== undefined && { cursor: seq, of: person } } }))
  socket.onmessage = ({ data }) => {
    clearTimeout(timer)
    hear(JSON.parse(data as string) as Line)
  }
  socket.onclose = ({ code }) => {
    if (code !== ENDED) return over(code === MANY)
    // It may go on under another token: who proved again who they are, or signed in again, is still there.
    fetch('/session/left').then(async (answer) => over((await answer.json() as { personId: string | null }).personId === null)).catch(() => over())
  }
  return {
    acknowledge: (ack) => { if (socket.readyState === 1) socket.send(JSON.stringify({ ack })) },
    close: () => socket.close(),
  }
}

const byEvents: Way = (asked, hear, over) => {
  const source = new EventSource(`${ROOT}stream?${searchOf(asked)}`)
  const end = () => {
    clearTimeout(timer)
    source.close()
    over()
  }
  const timer = setTimeout(end, SILENT)
  source.onmessage = ({ data }) => {
    clearTimeout(timer)
    hear(JSON.parse(data as string) as Line)
  }
  source.onerror = end
  return { acknowledge: acknowledge(asked.device), close: end }
}

const byAnswers: Way = (asked, hear, over) => {
  const stop = new AbortController()
  fetch(`${ROOT}entries?${searchOf(asked)}`, { signal: stop.signal }).then(async (answer) => {
    if (answer.status === 401 || answer.status === 403) return over(true)
    for (const line of await answer.json() as Line[]) hear(line)
    over()
  }).catch(() => over())
  return { acknowledge: acknowledge(asked.device), close: () => stop.abort() }
}

/** The best first. */
export const ways: Way[] = [bySocket, byEvents, byAnswers]
