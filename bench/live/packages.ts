import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Server as HttpServer } from 'node:http'

/** What the figures use of Socket.IO. */
export interface SocketIo { emit(name: string, value: string): void }
type Package = { Server: new (server: HttpServer, options: object) => SocketIo }

/** A package of its own, so that whoever measures nothing installs nothing of it. */
const folder = join(import.meta.dirname, 'socket-io-packages')
const require = createRequire(join(folder, 'package.json'))

/** Installs, the first time, what only this bench needs, beside it. */
export const installPackages = () => {
  try {
    require.resolve('socket.io')
  } catch {
    const options = { cwd: folder, stdio: 'inherit' } as const
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options)
    if (status !== 0) throw new Error('Socket.IO could not be installed in bench/live/socket-io-packages')
  }
}

export const socketIo = (server: HttpServer): SocketIo =>
  new (require('socket.io') as Package).Server(server, { transports: ['websocket'], serveClient: false, perMessageDeflate: false })
