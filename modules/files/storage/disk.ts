import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Storage } from './storage.ts'

const absent = (error: unknown): undefined => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw error
}

const sync = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files under a directory. A file appears by renaming one that is on the disk already, so a crash leaves all of it or nothing. */
export const diskStorage = (directory: string): Storage => {
  const root = resolve(directory)
  const pathOf = (key: string): string => {
    const path = join(root, key)
    if (!path.startsWith(root + sep)) throw new Error('A key leads out of the storage')
    return path
  }
  return {
    put: async (key, path) => {
      const target = pathOf(key)
      await mkdir(dirname(target), { recursive: true })
      await sync(path)
      await rename(path, target)
      await sync(dirname(target))
    },
    get: async (key, range) => {
      const handle = await open(pathOf(key), 'r').catch(absent)
      if (!handle) return undefined
      const size = range ? range.end - range.start + 1 : (await handle.stat()).size
      return { stream: handle.createReadStream({ start: range?.start, end: range?.end }), size }
    },
    head: async (key) => {
      const found = await stat(pathOf(key)).catch(absent)
      return found && { size: found.size }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    close: () => undefined,
  }
}
