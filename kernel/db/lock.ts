import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isAlive, processStat } from './postmaster.ts'

/**
 * Takes a data directory for this process, until the function given back is called or the process ends, even by kill -9: the file
 * names the process and when it began, so that another one that gets its number is not taken for it.
 * @param as what the other one is told, such as 'Sillage' or 'A backup'
 * @throws with code SILLAGE_RUNNING, whose message names who holds it
 */
export async function lockDirectory(directory: string, as = 'Sillage'): Promise<() => Promise<void>> {
  await mkdir(directory, { recursive: true })
  const file = path.join(directory, 'running')
  const mine = `${process.pid} ${processStat(process.pid)?.started ?? ''} ${as}`
  for (;;) {
    try {
      await writeFile(file, mine, { flag: 'wx' })
      return async () => { if (await readFile(file, 'utf8').catch(() => '') === mine) await rm(file, { force: true }) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const other = await lockHolder(directory)
      if (other) throw Object.assign(new Error(`${other.as} (process ${other.pid})`), { code: 'SILLAGE_RUNNING' })
      await rm(file, { force: true })
    }
  }
}

/** Who uses a data directory now, if anybody. */
export async function lockHolder(directory: string): Promise<{ pid: number, as: string } | undefined> {
  const [pid, started, ...as] = (await readFile(path.join(directory, 'running'), 'utf8').catch(() => '')).split(' ')
  if (!Number(pid) || !isAlive(Number(pid)) || (started && processStat(Number(pid))?.started !== started)) return undefined
  return { pid: Number(pid), as: as.join(' ') }
}
