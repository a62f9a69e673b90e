import { buffer } from 'node:stream/consumers'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Engine } from '#kernel/operation/engine.ts'
import { addressed, tokenIn } from './address.ts'
import { receiveReply, type Received } from './receive.ts'

/** A mail with its files, encoded: what this service takes at once, in bytes. */
const MOST_BYTES = 30_000_000
/** Connections at once, and how long one may stay silent, in milliseconds. */
const [MOST_CLIENTS, SILENCE] = [20, 60_000]

/** An answer of SMTP: 550 there is no such mailbox, 552 too large, 451 come again (RFC 5321 §4.2.3). */
const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode })

interface Listening { engine: Engine; port: number; host: string; done?: (received: Received) => void; failed: (error: unknown) => void }

/**
 * A mail server for replies alone: it takes mails for addresses that we gave, and relays nothing. Behind the server that the domain's MX
 * names, which filters and speaks TLS to the world.
 * @returns its port, and what stops it once the mails under way are received.
 */
export const listenToReplies = async ({ engine, port, host, done, failed }: Listening) => {
  const { db } = engine.context({ actor: { id: undefined, grants: [], timeZone: 'Europe/Paris' }, origin: { request: 'smtp' } })
  const isOurs = async (address: string) => {
    const token = tokenIn(address)
    return token !== undefined && await addressed({ db, now: new Date().toISOString() }, token) !== undefined
  }
  const server = new SMTPServer({
    banner: 'replies', size: MOST_BYTES, maxClients: MOST_CLIENTS, socketTimeout: SILENCE, disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true, hideSize: false, disableReverseLookup: true,
    onRcptTo: ({ address }, _, taken) => {
      isOurs(address).then((ours) => taken(ours ? null : answer(550, 'No such mailbox here')), (error: unknown) => {
        failed(error)
        taken(answer(451, 'Try again later'))
      })
    },
    onData: (stream, { envelope }, taken) => {
      const receive = async () => {
        const bytes = await buffer(stream)
        if (stream.sizeExceeded) return taken(answer(552, 'Message too large'))
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const received = await receiveReply(engine, bytes, { from, to: envelope.rcptTo.map(({ address }) => address) })
        done?.(received)
        taken(null, 'Received')
      }
      receive().catch((error: unknown) => {
        failed(error)
        taken(answer(451, 'Try again later'))
      })
    },
  })
  server.on('error', failed)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => { server.close(() => resolve()) }),
  }
}
