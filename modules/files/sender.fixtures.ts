import { existsSync, readdirSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect } from 'vitest'
import { served, world } from './fixtures.ts'

type Body = Buffer | string | ReadableStream | NonNullable<RequestInit['body']>

/** Sends files as a browser does, to the module behind a real server. @param directory of the storage, to see what is left. */
export const aSender = (directory: string, person: { id: string }) => {
  let address: Promise<string> | undefined
  const at = async (path: string) => `${await (address ??= world().then(served))}${path}`
  const headers = { 'x-person': person.id, cookie: 'session=x', origin: 'http://localhost:3000' }
  const send = async (method: string, path: string, body?: Body, more: Record<string, string> = {}) =>
    fetch(await at(path), { method, body: body as RequestInit['body'], headers: { ...headers, ...more }, duplex: 'half' } as RequestInit)

  const incoming = () => existsSync(join(directory, 'incoming')) ? readdirSync(join(directory, 'incoming')) : []
  /** Begins to send a body that announces more, and waits until the beginning is there. */
  const begin = async (method: string, path: string, bytes: Buffer, announced: number, more = {}) => {
    const sending = request(await at(path), { method, headers: { ...headers, ...more, 'content-length': announced } })
    const broken = new Promise<unknown>((resolve) => { sending.on('error', resolve) })
    sending.write(bytes)
    const sizes = () => incoming().map((name) => statSync(join(directory, 'incoming', name)).size)
    await expect.poll(sizes, { timeout: 10_000 }).toEqual([bytes.length])
    return { sending, broken }
  }
  return {
    send, incoming, begin,
    put: (name: string, body: Body, { purpose = 'file', more = {} } = {}) =>
      send('PUT', `/files?name=${encodeURIComponent(name)}&purpose=${purpose}`, body, more),
    /** Begins, then pulls the plug. */
    cut: async (...args: Parameters<typeof begin>) => {
      const { sending, broken } = await begin(...args)
      sending.destroy()
      await broken
    },
  }
}
