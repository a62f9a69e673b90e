import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#kernel/db/free-port.ts'
import type { Measured } from '../measure/server.ts'
import type { Given } from './given.ts'
import { folder as data } from './database.ts'

const folder = join(import.meta.dirname, '../next')
const cli = join(folder, 'node_modules/next/dist/bin/next')

const ended = async (child: ChildProcess, what: string) => {
  const [code] = await once(child, 'exit') as [number | null]
  if (code !== 0) throw new Error(`${what} ended with ${code}`)
}

/** Its processor time would not be in the figures. @throws when the server has another process than its own. */
const mustBeAlone = async (pid: number) => {
  for (const thread of await readdir(`/proc/${pid}/task`)) {
    const children = await readFile(`/proc/${pid}/task/${thread}/children`, 'utf8')
    if (children.trim()) throw new Error(`Next.js has other processes (${children.trim()}), which this bench does not count`)
  }
}

/** Installs Next.js from its lock file the first time, builds the page, and starts its production server. */
export const startNext = async (url: string, given: Given): Promise<Measured> => {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', BENCH_DATABASE: url, BENCH_GIVEN: JSON.stringify(given) }
  const options: SpawnOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env }
  if (!existsSync(cli)) {
    // Not `npm ci`: it refuses a lock file made where the compilers of other systems, which are optional, are not offered.
    await ended(spawn('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund'], options), 'npm install')
  }
  await ended(spawn(process.execPath, [cli, 'build'], options), 'The build of Next.js')
  const port = await freePort(data, 2)
  const child = spawn(process.execPath, [cli, 'start', '--port', String(port), '--hostname', '127.0.0.1'], options)
  const exited = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  try {
    for (let tries = 0; tries < 150; tries++) {
      if (child.exitCode !== null) throw new Error('The server of Next.js did not start')
      const answered = await fetch(`http://127.0.0.1:${port}/ressources`).then((answer) => answer.text().then(() => true), () => false)
      if (answered) {
        await mustBeAlone(child.pid!)
        return { pid: child.pid!, port, stop }
      }
      await pause(200)
    }
    throw new Error('The server of Next.js did not answer in 30 s')
  } catch (error) {
    if (child.exitCode === null) await stop()
    throw error
  }
}
