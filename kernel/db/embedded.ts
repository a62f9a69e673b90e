import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createCluster, passwords, superuser } from './embedded-cluster.ts'
import { databaseAccount, nativeFolder } from './embedded-native.ts'
import { answeringPostmaster, end, isUsed, launch } from './embedded-server.ts'
import { freePort } from './free-port.ts'
import type { Postmaster } from './postmaster.ts'

/** A running embedded PostgreSQL. */
export type Embedded = {
  /** The address of a role; the role must exist (see roles.ts). */
  url: (role: string, database?: string) => string
  superuserUrl: string
  port: number
  /** Its data directory. */
  data: string
  /** True when it was already running: started by another process, or left by one that was killed. */
  attached: boolean
  /** The password of a role, for the one who creates it. */
  password: (role: string) => string
  /** Stops it, except when it was attached to and another process still uses it. */
  stop: () => Promise<void>
}

type Options = { directory: string, port?: number, durable?: boolean, log?: (line: string) => void }

/**
 * Starts the PostgreSQL that ships with the product, or attaches to the one already running on this directory. `directory`
 * holds the cluster (`postgres/`), its key, its log and its port. `durable: false` is for tests: nothing survives a power
 * cut.
 * @throws with the system's code: EADDRINUSE (a given port is taken), ENOSPC, EROFS, EACCES
 */
export async function startEmbedded({ directory, port, durable = true, log = () => {} }: Options): Promise<Embedded> {
  directory = path.resolve(directory)
  const data = path.join(directory, 'postgres')
  await mkdir(directory, { recursive: true })
  const password = await passwords(directory)
  const account = databaseAccount(data)
  const url = (at: number, role: string, database: string) => `postgres://${role}:${password(role)}@127.0.0.1:${at}/${database}`
  let running: Postmaster | undefined
  let attached = false
  for (let attempt = 1; !running; attempt++) {
    running = await answeringPostmaster(data, (at) => url(at, superuser, 'postgres'))
    attached = running !== undefined
    if (running) break
    const native = await nativeFolder(directory, account)
    await createCluster({ directory, native, account, password: password(superuser), durable })
    const wanted = port ?? await freePort(directory, attempt)
    running = await launch({ directory, native, account, durable, port: wanted }).catch((error: Error & { code?: string }) => {
      if (attempt >= 3 || (port && error.code === 'EADDRINUSE')) throw Object.assign(error, { port })
      return undefined
    })
  }
  if (!attached) await writeFile(path.join(directory, 'postgres.port'), String(running.port))
  log(`PostgreSQL ${attached ? 'was already running' : 'started'} on port ${running.port}`)
  const { pid, port: its } = running
  const superuserUrl = url(its, superuser, 'postgres')
  return {
    url: (role, database = 'sillage') => url(its, role, database),
    superuserUrl, port: its, data, attached, password,
    stop: async () => { if (!attached || !await isUsed(superuserUrl)) await end(data, pid) },
  }
}
