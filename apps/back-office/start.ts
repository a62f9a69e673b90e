// The back office's own process. It is given only the address of its own role of the database, and says on its channel once it answers.
import { join, resolve } from 'node:path'
import { readConfig } from '#kernel/config.ts'

const root = resolve(import.meta.dirname, '../..')

interface Running { address: string; stop: () => Promise<void> }

const load = async (): Promise<{ startBackOffice: (given: object) => Promise<Running> }> => import(join(root, 'build/back-office/server/app.js'))

/** What the one who started us needs to say it in words: an error itself does not travel. */
const told = (error: unknown) => {
  const { name, message, code, port, syscall } = error as Error & { code?: string; port?: number; syscall?: string }
  return { failed: { name, message, code, port, syscall } }
}

const start = async () => {
  const url = process.env['DATABASE_URL_BACK_OFFICE']
  if (!url) throw new Error('DATABASE_URL_BACK_OFFICE is missing: it is the address of the role sillage_back_office')
  const build = join(root, 'build/back-office')
  const places = { own: join(build, 'own'), pictures: join(build, 'client/assets'), ownFiles: join(build, 'own.json'), design: join(root, 'build/design') }
  return (await load()).startBackOffice({ config: readConfig(process.env), url, places })
}

try {
  const { address, stop } = await start()
  const end = () => void stop().then(() => process.exit(0), () => process.exit(1))
  // Ctrl-C reaches every process of a terminal: the one that started us says when to stop. If it goes away, so do we.
  process.on('SIGINT', () => { if (!process.connected) end() })
  process.on('SIGTERM', end)
  process.on('disconnect', end)
  process.send?.({ ready: address })
  if (!process.connected) process.stdout.write(`The back office is ready: ${address}\n`)
} catch (error) {
  if (process.send) process.send(told(error), () => process.exit(1))
  else throw error
}
