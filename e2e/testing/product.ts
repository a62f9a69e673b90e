import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import webPush from 'web-push'
import { startDouble } from '#modules/identity/providers/testing/double.ts'

declare module 'vitest' {
  interface ProvidedContext { product: { address: string; backOffice: string; data: string } }
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
  .filter(([name]) => !/^(SILLAGE_|BACK_OFFICE_|DATABASE_|S3_|SMTP_|MAIL_|VITEST|PORT$|HOST$|NODE_ENV$|NODE_OPTIONS$)/.test(name)))

const isReady = (address: string) => fetch(`${address}/health/ready`).then(({ ok }) => ok, () => false)

/** One whole product for all journeys, as `npm start` runs it; SILLAGE_E2E names one that already runs, while one writes a journey. */
const setup = async (project: TestProject) => {
  const running = process.env['SILLAGE_E2E']
  if (running) {
    const next = new URL(running)
    next.port = String(Number(next.port) + 1)
    project.provide('product', { data: process.env['SILLAGE_DATA'] ?? '.sillage', address: running, backOffice: process.env['SILLAGE_E2E_BACK_OFFICE'] ?? next.origin })
    return undefined
  }
  const data = await mkdtemp(join(tmpdir(), 'sillage-journeys-'))
  // Started as root, PostgreSQL runs as another account, which must reach its files.
  await chmod(data, 0o755)
  const [port, staffPort] = [await freePort(), await freePort()]
  const [address, backOffice] = [`http://localhost:${port}`, `http://localhost:${staffPort}`]
  // Who comes by the State's own sign-in: a double of it, which knows one person.
  const clientSecret = 'a secret of the journeys'
  const franceConnect = await startDouble('franceconnect', {
    clientId: 'sillage', clientSecret, redirectUris: [`${address}/sign-in/with/franceconnect/callback`],
    postLogoutRedirectUris: [`${address}/sign-in/with/franceconnect/left`],
  }, [{ sub: `${'5a6b7c8d'.repeat(8)}v1`, claims: { given_name: 'Sabine', family_name: 'Aubertin', preferred_username: 'Morel', email: 'sabine.morel@courriel.example' } }])
  const pushKeys = webPush.generateVAPIDKeys()
  const child = spawn(process.execPath, [join(root, 'tools/launch.ts')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...inherited(), NODE_ENV: 'production', SILLAGE_DATA: data, SILLAGE_DEMONSTRATION: '1', PORT: String(port), BACK_OFFICE_PORT: String(staffPort), LOG_LEVEL: 'warn',
      // All people of all journeys come from one address.
      SILLAGE_RATE_LIMIT: '100000',
      // Nothing reaches a push service: journeys bring their own.
      WEB_PUSH_PUBLIC_KEY: pushKeys.publicKey, WEB_PUSH_PRIVATE_KEY: pushKeys.privateKey, WEB_PUSH_CONTACT: 'mailto:contact@sillage.example',
      FRANCECONNECT_ISSUER: franceConnect.issuer, FRANCECONNECT_CLIENT_ID: 'sillage', FRANCECONNECT_CLIENT_SECRET: clientSecret,
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-KEPT) })
  const ended = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
    await franceConnect.stop()
    await rm(data, { recursive: true, force: true })
  }
  const began = Date.now()
  while (!await isReady(address) || !await isReady(backOffice)) {
    if (child.exitCode !== null || Date.now() - began > START) {
      await stop()
      throw new Error(`The product did not start:\n${said}`)
    }
    await pause(100)
  }
  project.provide('product', { address, backOffice, data })
  return stop
}
export default setup
