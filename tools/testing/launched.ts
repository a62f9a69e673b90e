import { spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { end } from '#kernel/db/embedded-server.ts'
import { settledPostmaster } from '#kernel/db/postmaster.ts'

/** Starts the double of the product in a process of its own; what is left of it is stopped when the test ends. */
export function launched(env: Record<string, string>) {
  const program = path.join(import.meta.dirname, 'launch-double.ts')
  const child = spawn(process.execPath, [program], { env: { PATH: process.env.PATH, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk) => { said.out += String(chunk) })
  child.stderr.on('data', (chunk) => { said.err += String(chunk) })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => { if (said.out.includes('ready http')) resolve() })
    void ended.then(() => { reject(new Error(`ended before it was ready: ${said.out}${said.err}`)) })
  })
  ready.catch(() => {})
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    const postmaster = env.SILLAGE_DATA ? await settledPostmaster(path.join(env.SILLAGE_DATA, 'postgres')) : undefined
    if (postmaster) await end(path.join(env.SILLAGE_DATA!, 'postgres'), postmaster.pid)
  })
  return { child, said, ready, ended }
}
