import { raw } from '#kernel/operation/raw.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Carrier } from './carrier.ts'
import { live } from './configured.ts'
import { ownPage, position } from './own-page.ts'

/** A page that comes back waits so long, so that all do not come at once. In milliseconds. */
const again = () => 2000 + Math.floor(Math.random() * 6000)

/**
 * The stream as server-sent events (HTML, §9.2), for networks that let no WebSocket through. The browser itself says by `Last-Event-ID`
 * where it was; acknowledgements come apart.
 */
export const openEventStream = raw({
  http: 'GET /api/live/stream',
  input: position,
  allow: signedIn,
  background: true,
  handle: async ({ actor }, { after, of, age }, _, { request, reply }) => {
    ownPage(request, actor)
    const { hub } = live()
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
    out.write(`retry: ${again()}\n\n`)
    const carrier: Carrier = {
      entry: (seq, { json }) => { out.write(`id: ${seq} ${actor.id}\ndata: {"seq":${seq},"message":${json}}\n\n`) },
      say: (told) => {
        const [{ seq }] = Object.values(told) as [{ seq?: number }]
        out.write(`${seq === undefined ? '' : `id: ${seq} ${actor.id}\n`}data: ${JSON.stringify(told)}\n\n`)
      },
      get buffered() { return out.writableLength },
      beat: () => {
        out.write(':\n\n')
        return !out.destroyed
      },
      close: () => { out.end(() => out.destroy()) },
    }
    const connection = hub.join(actor, request.headers.cookie, carrier)
    out.on('close', () => hub.leave(connection))
    out.on('error', () => undefined)
    const last = /^(\d{1,15}) ([\da-f-]{36})$/.exec(String(request.headers['last-event-id']))
    await connection.hello(last ? { cursor: Number(last[1]), of: last[2] } : { cursor: after, of, age })
  },
})
