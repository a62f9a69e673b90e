import { createHash } from 'node:crypto'
import fastify from 'fastify'
import { Pool } from 'pg'

// A cookie, the session that it names, and the row: as one would write it first, with neither grants, nor idle time, nor a trace.
const { url, most } = JSON.parse(process.argv[2]!) as { url: string, most: number }
const pool = new Pool({ connectionString: url, max: most })
const app = fastify()

app.get<{ Params: { id: string } }>('/api/plain/:id', async ({ params, headers }, reply) => {
  const token = /(?:^|;\s*)__Host-sillage=([\w-]{43})/.exec(headers.cookie ?? '')?.[1]
  const { rows: [session] } = await pool.query<{ person_id: string }>({
    name: 'session', values: [createHash('sha256').update(token ?? '').digest()],
    text: `select session.person_id, person.first_name from identity.session join identity.person on person.id = session.person_id
      where session.token_hash = $1 and session.expires_at > now()`,
  })
  if (!session) return reply.code(401).send()
  return (await pool.query({
    name: 'plain', text: 'select id, person_id, text, written_at, version from notes.plain where id = $1', values: [params.id],
  })).rows[0]
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
