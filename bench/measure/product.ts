import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '../..')
/** Where the product under measure keeps its data between runs: writing the demonstration is not what is measured. */
export const data = '/var/tmp/sillage-bench/product'
const PORT = 4790
export const address = `http://127.0.0.1:${PORT}`

const answers = (path: string) => fetch(address + path).then(async (answer) => { await answer.arrayBuffer(); return answer.ok }, () => false)

/** Starts the whole product as `npm start` does once Node is found. @returns its process, and the time to its first whole page in ms. */
export const startProduct = async () => {
  await mkdir(data, { recursive: true, mode: 0o755 })
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'tools/launch.ts')], {
    cwd: root, stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env['PATH'], SILLAGE_DATA: data, PORT: String(PORT), SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000' },
  })
  while (!await answers('/ressources')) {
    if (child.exitCode !== null) throw new Error('The product did not start')
    await pause(10)
  }
  const milliseconds = performance.now() - began
  return {
    pid: child.pid!, milliseconds,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
