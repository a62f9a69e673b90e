import { randomUUID } from 'node:crypto'
import fastify from 'fastify'
import { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'

// The same SQL by the driver alone, as one would write it first: prepared statements, no check of anything, no log, no trace.
const { url, person, most } = JSON.parse(process.argv[2]!) as { url: string, person: string, most: number }
const pool = new Pool({ connectionString: url, max: most })
const app = fastify()
const columns = 'id, person_id, text, written_at, version'

app.get<{ Params: { id: string } }>('/api/plain/:id', async ({ params }) => (await pool.query({
  name: 'plain', text: `select ${columns} from notes.plain where id = $1`, values: [params.id],
})).rows[0])
// The tables under row policies answer nobody who has not said who asks: the baseline reads their twin.
app.get<{ Params: { id: string } }>('/api/own/:id', async ({ params }) => (await pool.query({
  name: 'own', text: `select ${columns} from notes.plain where person_id = $1 and id = $2`, values: [person, params.id],
})).rows[0])
app.get<{ Params: { id: string } }>('/api/shared/:id', async ({ params }) => (await pool.query({
  name: 'shared', text: `select ${columns} from notes.plain where id = $1`, values: [params.id],
})).rows[0])
interface Written { organisationId: string; text: string }
const insertion = ({ organisationId, text }: Written, id: string) => ({
  name: 'write', text: 'insert into notes.plain (id, person_id, organisation_id, text, written_at, version) values ($1, $2, $3, $4, $5, $6)',
  values: [id, person, organisationId, text, new Date().toISOString(), 1],
})
/** The row alone: no transaction, no entry, no fact. */
app.post<{ Body: Written }>('/api/alone', async ({ body }) => {
  const id = v7()
  await pool.query(insertion(body, id))
  return { noteId: id }
})
/** The same rows as a command writes, entry and fact too, in a transaction. */
app.post<{ Body: Written }>('/api/plain', async ({ body }) => {
  const [id, now] = [v7(), new Date().toISOString()]
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(insertion(body, id))
    await client.query({
      name: 'fact', text: 'insert into kernel.fact (id, name, version, subject, data, recorded_at, keep_until) values ($1, $2, $3, $4, $5, $6, $7)',
      values: [v7(), 'notes.note-written', 1, id, JSON.stringify({ noteId: id }), now, new Date(Date.now() + 30 * 86_400_000).toISOString()],
    })
    await client.query({
      name: 'audit', text: 'insert into audit.entry (id, at, person_id, operation, outcome, request, parameters, address, salt) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      values: [v7(), now, person, 'notes.writePlain', 'done', randomUUID(), JSON.stringify({ organisationId: body.organisationId }), '127.0.0.1', randomUUID()],
    })
    await client.query('commit')
    return { noteId: id }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
