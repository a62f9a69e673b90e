import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { v7 } from '#kernel/id.ts'

/** In bytes, and in mails: the oldest go. */
const LARGEST = 2_000_000
const MOST = 300

const keep = async (directory: string, stream: SMTPServerDataStream) => {
  const letter = await buffer(stream)
  if (stream.sizeExceeded) throw Object.assign(new Error('Message too large'), { responseCode: 552 })
  const name = `${v7()}.eml`
  // Renamed when whole, so that a page never reads a half.
  await writeFile(join(directory, `.${name}`), letter, { mode: 0o600 })
  await rename(join(directory, `.${name}`), join(directory, name))
  const names = (await readdir(directory)).filter((one) => /^\w.*\.eml$/.test(one)).toSorted()
  for (const old of names.slice(0, -MOST)) await rm(join(directory, old), { force: true })
}

const take = async (directory: string, stream: SMTPServerDataStream, done: (failure: Error | null) => void) => {
  done(await keep(directory, stream).then(() => null, (error: Error) => error))
}

/**
 * The demonstration's mail server: takes every mail, delivers none, keeps them as files. Listens to this machine only.
 * @param options.port any free one when left out. @returns the address to give as SMTP_URL.
 */
export const startMailbox = async ({ port = 0, directory }: { port?: number; directory: string }) => {
  await mkdir(directory, { recursive: true })
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], size: LARGEST, banner: 'Sillage demonstration',
    onData: (stream, _, done) => { void take(directory, stream, done) },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  // A client that hangs up is not our failure.
  server.on('error', () => undefined)
  const { port: opened } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${opened}`,
    stop: () => new Promise<void>((resolve) => { server.close(() => resolve()) }),
  }
}
