import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { v7 } from '#kernel/id.ts'
import { afterAll } from 'vitest'
import type { Actor } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf, type Module } from '#kernel/operation/module.ts'
import { worldOf, type World } from '#kernel/testing/world.ts'
import { keyed } from '#modules/secrets/fixtures.ts'
import { configureStorage } from '#modules/files/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { configureMail } from '#modules/mail/api.ts'
import { configurePrivacy } from './configuration.ts'
import { privacy } from './module.ts'
import { writeStatements } from './statements.ts'

export interface Letter { to: string; subject: string; text: string }

/** A mail server that keeps what it takes. */
const startMailbox = async (letters: Letter[]) => {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, taken) => {
      const keep = async () => {
        const parts: Buffer[] = []
        for await (const part of stream as AsyncIterable<Buffer>) parts.push(part)
        const { subject = '', text = '' } = await PostalMime.parse(Buffer.concat(parts))
        letters.push({ to: session.envelope.rcptTo[0]!.address, subject, text })
        taken()
      }
      void keep()
    },
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.server.address() as AddressInfo
  const site = { name: 'Sillage', origin: 'https://sillage.example' }
  configureMail({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Sillage <bonjour@sillage.example>', site })
  return server
}

/** This module's world, with those given: as the worker's process has it at its start, with files, mails and a journal of their own. */
export const worldWith = (...more: Module[]) => {
  const world = keyed(worldOf(privacy, ...more))
  const directory = mkdtempSync(join(tmpdir(), 'sillage-privacy-'))
  const letters: Letter[] = []
  let ready: Promise<{ server: SMTPServer }> | undefined
  afterAll(async () => {
    (await ready)?.server.close()
    rmSync(directory, { recursive: true, force: true })
  })
  const prepare = async ({ pools, modules }: World) => {
    configureStorage({ directory: join(directory, 'files') })
    configurePrivacy({ modules, data: directory, engine: createEngine(pools.worker, portsOf(modules)) })
    await writeStatements(pools.owner, modules)
    return { server: await startMailbox(letters) }
  }
  return async () => {
    const there = await world()
    ready ??= prepare(there)
    await ready
    return { ...there, data: directory, letters, lettersTo: (address: string) => letters.filter(({ to }) => to === address) }
  }
}

export const world = worldWith()
export const aPerson = async (given: Parameters<typeof makePerson>[1] = {}) => makePerson((await world()).db, given)

/** Somebody who proved who they are so many minutes ago. */
export const provedPerson = ({ id }: { id: string }, minutesAgo = 0): Actor => {
  const at = new Date(Date.now() - minutesAgo * 60_000).toISOString()
  return { id, grants: [], timeZone: 'Europe/Paris', session: { id: v7(), method: 'email-link', signedInAt: at, provedAt: at } }
}
