import { afterAll } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/http/log.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { operationsOf, sentencesOf } from '#kernel/operation/module.ts'
import { world } from '../fixtures.ts'

const actors = new Map<string, Actor>()

const serve = async () => {
  const { engine, modules } = await world()
  const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '100000' })
  const readActor = async ({ headers }: { headers: { authorization?: string } }) => actors.get(headers.authorization ?? '') ?? visitor
  const app = await createServer({ config, log: createLog('silent'), readActor, sentences: sentencesOf(modules) })
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, modules.flatMap((one) => one.raw))
  afterAll(() => app.close())
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/scim/v2`
}
let address: Promise<string> | undefined

export interface ScimAnswer { status: number; headers: Headers; body: any }

/** A directory that speaks SCIM to a real server, as this actor. */
export const aDirectory = (actor?: Actor) => {
  const token = `Bearer ${Math.random()}`
  if (actor) actors.set(token, actor)
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ScimAnswer> => {
    const response = await fetch(`${await (address ??= serve())}${path}`, {
      method, headers: { ...actor && { authorization: token }, ...body !== undefined && { 'content-type': 'application/scim+json' }, ...headers },
      ...body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) },
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined }
  }
  return { ask, get: (path: string, headers?: Record<string, string>) => ask('GET', path, undefined, headers), post: (path: string, body: unknown) => ask('POST', path, body) }
}
