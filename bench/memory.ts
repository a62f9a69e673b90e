// Memory at rest of the whole demonstration, PostgreSQL included: proportional set size, so that shared pages count once.
// `node bench/memory.ts`, Linux only.
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { figure } from './measure/figure.ts'
import { data, startProduct } from './measure/product.ts'

const mebibytes = (value: number) => `${(value / 1024).toFixed(0)} MiB`

const sizeOf = async (pid: string): Promise<number> => {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
}

/** PostgreSQL's processes, which carry its data directory or are children of the one that does. */
const databaseOf = async (): Promise<string[]> => {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const read = async (pid: string, file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '')
  const mothers = new Set<string>()
  for (const pid of pids) if ((await read(pid, 'cmdline')).includes(`${data}/postgres`)) mothers.add(pid)
  const parents = await Promise.all(pids.map(async (pid) => [pid, (await read(pid, 'stat')).split(') ')[1]?.split(' ')[1] ?? ''] as const))
  return [...mothers, ...parents.filter(([pid, parent]) => mothers.has(parent) && !mothers.has(pid)).map(([pid]) => pid)]
}

const product = await startProduct()
await pause(20_000)
const own = await sizeOf(String(product.pid))
const sizes = await Promise.all((await databaseOf()).map(sizeOf))
const database = sizes.reduce((sum, size) => sum + size, 0)
figure({ name: 'portal, worker and mailbox', value: own, shown: mebibytes })
figure({ name: 'PostgreSQL', value: database, shown: mebibytes, detail: `${sizes.length} processes` })
figure({ name: 'the whole demonstration at rest', value: own + database, shown: mebibytes, detail: 'after 20 s of silence' })
await product.stop()
