import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll } from 'vitest'
import { z } from 'zod'
import { job } from '#kernel/fact/job.ts'
import { execute } from '#kernel/fact/execution.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { configureMail, send, type Letter } from './api.ts'
import { mail } from './module.ts'

export const world = worldOf(mail)
export const site = { name: 'Sillage', origin: 'https://sillage.example' }

interface Received { to: string; subject: string; text: string; html: string; headers: ReadonlyMap<string, string> }

/** A mailbox for the file, through which mails go from its first test on: what each address received, the first first. */
export const aMailbox = () => {
  const letters: Received[] = []
  beforeAll(async () => {
    const { smtpUrl } = await aServer(async (bytes) => {
      const { to, subject = '', text = '', html = '', headers } = await PostalMime.parse(bytes)
      letters.push({ to: to?.[0]?.address ?? '', subject, text, html, headers: new Map(headers.map(({ key, value }) => [key, value])) })
    })
    configureMail({ smtpUrl, from: 'Sillage <bonjour@sillage.example>', site })
  })
  const to = (address: string) => letters.filter((letter) => letter.to === address)
  return { to, received: async () => [...letters], lastTo: async (address: string) => to(address).at(-1) }
}

/** A mail server: `answer` decides when it says that it took a mail, whose bytes it keeps. */
export const aServer = async (answer: (bytes: Buffer) => Promise<void> = async () => undefined) => {
  const received: Buffer[] = []
  const envelopes: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, taken) => {
      const keep = async () => {
        received.push(await buffer(stream))
        envelopes.push(session.envelope.mailFrom ? session.envelope.mailFrom.address : '')
        await answer(received.at(-1)!)
        taken()
      }
      void keep()
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  afterAll(() => { server.close() })
  return { received, envelopes, smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

/** Sends as a job does. */
export const sendOne = async (letter: Partial<Letter> = {}) => {
  const { pools } = await world()
  let answer: Awaited<ReturnType<typeof send>> | undefined
  await execute(pools.worker, job({
    name: 'test.send', payload: z.object({}),
    run: async (context: WorkerContext) => {
      answer = await send(context, { to: 'ada@example.org', kind: 'test.letter', subject: 'Un sujet', text: 'Un texte', html: '<p>Un texte</p>', ...letter })
    },
  }), {})
  return answer!
}
