import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../db/embedded.ts'
import { prepareEmbedded, prepareExternal } from '../db/prepare.ts'
import type { Cluster } from './database.ts'

declare module 'vitest' {
  interface ProvidedContext { cluster: Cluster }
}

/** A folder in memory, on Linux; a container may give it little. */
const MEMORY = '/dev/shm'
const ENOUGH = 4 * 2 ** 30

const roomInMemory = async () => {
  const room = await statfs(MEMORY).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return room !== undefined && room.bavail * room.bsize > ENOUGH
}

/**
 * One PostgreSQL for all tests: an embedded one that forgets at the end, or the server of DATABASE_URL, whose account must then
 * be allowed to create databases and roles.
 */
const setup = async (project: TestProject) => {
  const external = process.env['DATABASE_URL']
  if (external) {
    await prepareExternal(external)
    project.provide('cluster', { admin: external, external: true })
    return undefined
  }
  const directory = await mkdtemp(join(await roomInMemory() ? MEMORY : tmpdir(), 'sillage-test-'))
  // Started as root, PostgreSQL runs as another account, which must reach its files.
  await chmod(directory, 0o755)
  const embedded = await startEmbedded({ directory, durable: false })
  await prepareEmbedded(embedded)
  const roles = ['sillage_owner', 'sillage_portal', 'sillage_worker', 'sillage_back_office', 'sillage_statistics']
  const passwords = Object.fromEntries(roles.map((role) => [role, embedded.password(role)]))
  project.provide('cluster', { admin: embedded.superuserUrl, external: false, passwords })
  return async () => {
    await embedded.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
export default setup
