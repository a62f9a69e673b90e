import { afterAll, beforeAll } from 'vitest'
import { kyselyOn } from '#kernel/db/connection.ts'
import { system } from '#kernel/operation/actor.ts'
import { openSession } from '#modules/identity/api.ts'
import { aPerson, world } from '../fixtures.ts'
import { signal, type Signal } from '../signal.ts'
import { serve } from './serve.ts'

/** Opens a session. @returns the `Cookie` header that it gives. */
export const aCookie = async (personId: string): Promise<string> => {
  const { cookie } = await openSession({ ...await aContext('portal'), actor: system }, personId, 'link')
  return cookie.split(';')[0]!
}

/** A server of streams for a file of tests, and people who have signed in to it. */
export const aServer = () => {
  let server: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => { server = await serve((await world()).address('sillage_portal')) })
  afterAll(() => server.stop())
  return {
    get: () => server,
    /** Somebody with a session: their key, and where their browser goes. */
    someone: async () => {
      const { id } = await aPerson()
      return { id, port: server.port, origin: server.origin, cookie: await aCookie(id) }
    },
    /** Tells as a job of the worker does, then says that something was committed. */
    tell: async (told: Partial<Signal> & Pick<Signal, 'to'>) => {
      const id = await signal(await aContext('worker'), { topic: 'tests.told', ...told })
      server.tell('public')
      return id
    },
  }
}

const aContext = async (role: 'portal' | 'worker') => ({
  db: kyselyOn<any>((await world()).pools[role]), actor: system, now: new Date().toISOString(), origin: { request: 'test' },
  record: async () => undefined,
})
