/** The floor: a bare Fastify route that answers the same HTML, a constant string, or the same as bytes: `{ file, encoding }`. */
import { readFileSync } from 'node:fs'
import fastify from 'fastify'

const { file, encoding } = JSON.parse(process.argv[2]!) as { file: string; encoding?: 'utf8' }
const html = encoding ? readFileSync(file, encoding) : readFileSync(file)
const app = fastify()
app.get('/ressources', (_, reply) => reply.type('text/html; charset=utf-8').send(html))
await app.listen({ port: 0, host: '127.0.0.1' })
process.once('SIGTERM', () => { void app.close().then(() => process.exit(0)) })
process.send!({ port: (app.server.address() as { port: number }).port })
