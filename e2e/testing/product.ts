import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext { product: { address: string } }
}

const root = resolve(import.meta.dirname, '../..')
/** The first start builds the pages and writes the demonstration. In milliseconds. */
const START = 300_000
/** How much of what the product says is kept, to be told when it fails. */
const KEPT = 8000

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** What belongs to this machine's own service stays out: journeys have their own database, files and mailbox. */
const inherited = () => Object.fromEntries(Object.entries(process.env)
  .filter(([name]) => !/^(SILLAGE_|DATABASE_|S3_|SMTP_|MAIL_|VITEST|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$)/.test(name)))

const isReady = (address: string) => fetch(`${address}/health/ready`).then(({ ok }) => ok, () => false)

/** One whole product for all journeys, as `npm start` runs it; SILLAGE_E2E names one that already runs, while one writes a journey. */
const setup = async (project: TestProject) => {
  const running = process.env['SILLAGE_E2E']
  if (running) {
    project.provide('product', { address: running })
    return undefined
  }
  const data = await mkdtemp(join(tmpdir(), 'sillage-journeys-'))
  // Started as root, PostgreSQL runs as another account, which must reach its files.
  await chmod(data, 0o755)
  const port = await freePort()
  const address = `http://localhost:${port}`
  const child = spawn(process.execPath, [join(root, 'tools/launch.ts')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited(), NODE_ENV: 'production', SILLAGE_DATA: data, SILLAGE_DEMONSTRATION: '1', PORT: String(port), LOG_LEVEL: 'warn',
      // All people of all journeys come from one address.
      SILLAGE_RATE_LIMIT: '100000',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-KEPT) })
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
    await rm(data, { recursive: true, force: true })
  }
  const began = Date.now()
  while (!await isReady(address)) {
    if (child.exitCode !== null || Date.now() - began > START) {
      await stop()
      throw new Error(`The product did not start:\n${said}`)
    }
    await pause(100)
  }
  project.provide('product', { address })
  return stop
}
export default setup
