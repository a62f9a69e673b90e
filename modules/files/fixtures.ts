import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import sharp, { type Sharp } from 'sharp'
import { v7 } from '#kernel/id.ts'
import { afterAll } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/http/log.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { operationsOf } from '#kernel/operation/module.ts'
import { createServer } from '#kernel/http/server.ts'
import { sentencesOf } from '#kernel/operation/module.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { worldOf, type Someone, type World } from '#kernel/testing/world.ts'
import { configureStorage, store, type StorageOptions } from './api.ts'
import { files } from './module.ts'

export const world = worldOf(files)

/** What the nights do, for tests of those who keep files. */
export { collectOrphans } from './jobs.ts'

/** Files of one test file, kept in a folder that goes with it. @returns the folder. */
export const temporaryStorage = (options: Omit<StorageOptions, 'directory'> = {}): string => {
  const directory = mkdtempSync(join(tmpdir(), 'sillage-files-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  configureStorage({ directory, ...options })
  return directory
}

/** What a function of `api.ts` takes, as someone, each statement on its own. */
export const contextOf = async ({ engine, actorOf }: World, someone?: Someone): Promise<Context> =>
  engine.context({ actor: await actorOf(someone), origin: { request: v7() } })

/** A drawing: a gradient, so that it compresses as a picture does. */
export const aPicture = (width = 800, height = 600): Sharp => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at++) pixels[at] = (at * 7 + (at % (width * 3)) / 3) % 256
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** @param filler bytes that make it heavier. */
export const aPdf = (filler = 0): Buffer =>
  Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'), Buffer.alloc(filler, 'x'), Buffer.from('\n%%EOF\n')])

/** A file that is ready, sent by someone. @returns its identifier. */
export const aFile = async (
  there: World, { uploadedBy, name = 'plan.pdf', bytes = aPdf() }: { uploadedBy: { id: string }; name?: string; bytes?: Buffer },
): Promise<string> =>
  store(await contextOf(there, uploadedBy), { name, bytes, uploadedBy: uploadedBy.id })

/** The module behind a real server; a request says who asks by the header `x-person`. @param before what else the server does. @returns its address. */
export const served = async ({ engine, modules, actorOf }: World, before?: (app: FastifyInstance) => void): Promise<string> => {
  const config = readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '100000' })
  const readActor = (request: FastifyRequest) => {
    const id = request.headers['x-person']
    return actorOf(typeof id === 'string' && id !== '' ? { id } : undefined)
  }
  const app = await createServer({ config, log: createLog('silent'), readActor, sentences: sentencesOf(modules) })
  before?.(app)
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, modules.flatMap((one) => one.raw))
  afterAll(() => app.close())
  return app.listen({ port: 0, host: '127.0.0.1' })
}
