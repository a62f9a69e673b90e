import { raw } from '#kernel/operation/raw.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Carrier } from './carrier.ts'
import { live } from './configured.ts'
import { ownPage, position } from './own-page.ts'

/** A page waits so long for something new, and then so little for what comes with it. In milliseconds. */
const [LONGEST, TOGETHER] = [25_000, 20]

/** The stream by answers that wait, for networks that let nothing else through: what is new after the cursor, as soon as there is. */
export const awaitEntries = raw({
  http: 'GET /api/live/entries',
  input: position,
  allow: signedIn,
  background: true,
  handle: async ({ actor }, { after, of, age }, _, { request, reply }) => {
    ownPage(request, actor)
    const { hub } = live()
    const lines: string[] = []
    const told = new Promise<void>((answer) => {
      const carrier: Carrier = {
        entry: (seq, { json }) => {
          lines.push(`{"seq":${seq},"message":${json}}`)
          setTimeout(answer, TOGETHER)
        },
        say: (line) => {
          lines.push(JSON.stringify(line))
          // Somebody who begins learns at once from where.
          if (after === undefined || !('welcome' in line)) answer()
        },
        buffered: 0, beat: () => true, close: () => answer(),
      }
      const connection = hub.join(actor, request.headers.cookie, carrier)
      const timer = setTimeout(answer, LONGEST)
      reply.raw.on('close', () => {
        clearTimeout(timer)
        hub.leave(connection)
        answer()
      })
      void connection.hello({ cursor: after, of, age })
    })
    await told
    return reply.header('cache-control', 'no-store').type('application/json').send(`[${lines.join(',')}]`)
  },
})
