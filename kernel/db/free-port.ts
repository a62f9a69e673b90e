import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'

/** The port of the last start when it is still free, so that addresses stay the same; else one that the system gives. */
export async function freePort(directory: string, attempt: number): Promise<number> {
  const last = attempt === 1 ? Number(await readFile(path.join(directory, 'postgres.port'), 'utf8').catch(() => 0)) : 0
  for (const wanted of [last, 0]) {
    const server = createServer()
    try {
      await once(server.listen(wanted, '127.0.0.1'), 'listening')
      return (server.address() as AddressInfo).port
    } catch {
      continue
    } finally {
      server.close()
    }
  }
  throw new Error('This system gives no free port for PostgreSQL.')
}
