import { statfs } from 'node:fs/promises'

let folder: string | undefined

/** Where the data is kept: the database's own disk when it is the embedded one, else that of the files. */
export const configureSupervision = (given: { data: string }): void => { folder = given.data }

/** Bytes free for us and in all on the disk of the data; none when it was not told, or does not answer. */
export const disk = async (): Promise<{ free: number; total: number } | null> => {
  if (folder === undefined) return null
  const found = await statfs(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EACCES') return undefined
    throw error
  })
  return found ? { free: found.bavail * found.bsize, total: found.blocks * found.bsize } : null
}
