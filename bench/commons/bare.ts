import { readFile } from 'node:fs/promises'
import fastify from 'fastify'
import { Pool } from 'pg'

// The same SQL by the driver alone: prepared statements, one after the other, their rows as JSON. No rights, no check, no log.
const { url, file, most } = JSON.parse(process.argv[2]!) as { url: string, file: string, most: number }
const cases = JSON.parse(await readFile(file, 'utf8')) as Record<string, { text: string, values: unknown[] }[][]>
const pool = new Pool({ connectionString: url, max: most })
const names = new Map<string, string>()
const nameOf = (text: string) => {
  const name = names.get(text) ?? `s${names.size}`
  names.set(text, name)
  return name
}
const app = fastify()
app.setErrorHandler((error, _, reply) => {
  console.error(error)
  return reply.code(500).send()
})

app.get<{ Params: { name: string, place: string } }>('/case/:name/:place', async ({ params }) => {
  const answers: unknown[] = []
  for (const { text, values } of cases[params.name]![Number(params.place)]!) answers.push((await pool.query({ name: nameOf(text), text, values })).rows)
  return answers
})
await app.listen({ port: 0, host: '127.0.0.1' })
process.send!({ port: (app.server.address() as { port: number }).port })
process.on('SIGTERM', () => process.exit())
