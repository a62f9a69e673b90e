import fastify from 'fastify'
import { Pool } from 'pg'
import { v7 } from 'uuid'

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
for (const route of ['plain', 'traced']) {
  app.post<{ Body: { organisationId: string, text: string } }>(`/api/${route}`, async ({ body }) => {
    const id = v7()
    await pool.query({
      name: `write-${route}`, text: 'insert into notes.plain (id, person_id, organisation_id, text, written_at, version) values ($1, $2, $3, $4, $5, $6)',
      values: [id, person, body.organisationId, body.text, new Date().toISOString(), 1],
    })
    return { noteId: id }
  })
}
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
