import { sql } from 'kysely'
import { serve } from '#modules/live/testing/serve.ts'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { command, type Context } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { mountOperations } from '#kernel/http/mount.ts'
import { signal } from '#modules/live/api.ts'
import { z } from 'zod'
import { answering } from './answering.ts'

const { url, redis } = JSON.parse(process.argv[2]!) as { url: string; redis?: string }

/** Somebody tells somebody something: the whole way of a command, its entry in the trace and its stream. */
const tell = command({
  http: 'POST /tell', input: z.object({ to: z.uuid() }), output: z.object({}), allow: anyone,
  run: async (context: Context, { to }) => {
    await signal(context, { to: [to], topic: 'bench.told', subject: { kind: 'bench.thing', id: v7() }, version: 3 })
    return {}
  },
})
tell.name = 'bench.tell'

const server = await serve(url, {
  redis,
  mount: (fastify, engine) => {
    mountOperations(fastify, engine, [tell])
    // The same, which says when it was committed, by the clock that all processes of the machine share.
    fastify.post('/timed', (request) => engine.run(tell, request.query, { actor: visitor, origin: { request: request.id } })
      .then(() => ({ at: String(process.hrtime.bigint()) })))
  },
})
answering({
  /** Written in batches; then a single word that something was committed. */
  write: async (people: string[]) => {
    for (let from = 0; from < people.length; from += 1000) {
      await sql`select live.signal(${people.slice(from, from + 1000)}::uuid[], ${v7()}::uuid, now(), 'bench.told', 'UPDATE', 'REALTIME',
        'NORMAL', 'bench.thing', ${v7()}, 3, false, null)`.execute(server.db)
    }
  },
  broadcast: () => { server.tell('public') },
})
process.send!({ port: server.port })
