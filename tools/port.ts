import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * Checks that the portal will be able to listen, before the work of starting.
 * @throws what the system says: EADDRINUSE, EACCES, EADDRNOTAVAIL, ENOTFOUND
 */
export async function checkPort(host: string, port: number): Promise<void> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } finally {
    server.close()
  }
}
