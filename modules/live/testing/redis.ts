import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { startSmallRedis } from './small-redis.ts'

export interface Redis { readonly port: number; stop(): Promise<void> }

const PROGRAM = '/usr/bin/redis-server'

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

const answers = (port: number) => new Promise<boolean>((said) => {
  const socket = connect(port, '127.0.0.1')
  socket.on('connect', () => { socket.destroy(); said(true) })
  socket.on('error', () => said(false))
})

/** Redis itself, which keeps nothing on the disk. */
const startTrueRedis = async (asked?: number, password?: string): Promise<Redis> => {
  const port = asked ?? await freePort()
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(PROGRAM, [...options, ...password ? ['--requirepass', password] : []], { stdio: 'ignore' })
  while (!await answers(port)) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with ${child.exitCode}`)
    await pause(20)
  }
  return {
    port,
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

type Kind = readonly [name: string, start: (port?: number, password?: string) => Promise<Redis>]

/** What wakes are tried with: our small one always, Redis itself where the machine has it. */
export const kindsOfRedis: readonly Kind[] = [
  ['a small Redis', startSmallRedis],
  ...existsSync(PROGRAM) ? [['Redis itself', startTrueRedis] satisfies Kind] : [],
]
