import type { Readable } from 'node:stream'
import { limits, type Purpose } from './limits.ts'
import { diskStorage } from './storage/disk.ts'
import { s3Storage, type S3Options } from './storage/s3.ts'
import type { Storage } from './storage/storage.ts'

/** Reads a file to its end and says whether it is clean; throws when it cannot tell: the file then waits and is tried again. */
export type Scan = (bytes: Readable) => Promise<'clean' | 'infected'>

export interface StorageOptions {
  /** Where files are kept without S3, and where bytes arrive in any case. Created when missing. */
  directory: string
  s3?: S3Options
  /** Place of a virus scanner; without one a file is ready at once. */
  scan?: Scan
  /** Largest upload in bytes, where it differs from the usual one. */
  limits?: Partial<Record<Purpose, number>>
}

interface Ready { storage: Storage; directory: string; scan?: Scan; limits: Record<Purpose, number> }
let ready: Ready | undefined

/** Said once by each process at its start (portal, worker, seed) and by tests: the module reads no environment. */
export const configureStorage = (options: StorageOptions): void => {
  ready?.storage.close()
  const storage = options.s3 ? s3Storage(options.s3) : diskStorage(options.directory)
  ready = { storage, directory: options.directory, scan: options.scan, limits: { ...limits, ...options.limits } }
}

/** @throws Error when configureStorage() was not called. */
export const configured = (): Ready => {
  if (!ready) throw new Error('configureStorage() has not been called: files have no place to be kept')
  return ready
}

/** Limits in force, the usual ones before the configuration is read. */
export const currentLimits = (): Record<Purpose, number> => ready?.limits ?? limits
