import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Readable } from 'node:stream'
import { configured } from './configuration.ts'
import { discard, incomingPath } from './incoming.ts'
import { keyOf } from './storage/storage.ts'

/** The bytes of a file that is ready, for a job that copies them elsewhere; none when they are gone. */
export const bytesOf = async (fileId: string): Promise<{ stream: Readable; size: number } | undefined> => configured().storage.get(keyOf(fileId))

/**
 * A place of a module's own in the same storage, for what is no file of anybody's: no row, no rights, nothing that collects it. Whoever
 * keeps something there removes it.
 * @param folder `archives`: it begins the keys.
 */
export const place = (folder: string) => {
  const key = (id: string) => `${folder}/${id}`
  return {
    /** Where to write what will be kept, on the disk where bytes arrive. What stays there a day is swept. */
    draft: async (id: string): Promise<string> => {
      await mkdir(dirname(incomingPath(id)), { recursive: true })
      return incomingPath(id)
    },
    keep: (id: string): Promise<void> => configured().storage.put(key(id), incomingPath(id)),
    discard: (id: string): Promise<void> => discard(id),
    get: (id: string) => configured().storage.get(key(id)),
    remove: (id: string): Promise<void> => configured().storage.remove(key(id)),
  }
}
