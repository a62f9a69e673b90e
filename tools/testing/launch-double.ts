// A product reduced to one table and one address, to test how it starts, stops and survives: each POST is one row, acknowledged
// once it is committed; GET counts them.
import { once } from 'node:events'
import { createServer } from 'node:http'
import pg from 'pg'
import { environmentOf, startBackOfficeProcess } from '../launch-back-office.ts'
import { launch } from '../launch-sequence.ts'

await launch({
  configure: async () => {},
  migrate: async ({ database }) => {
    const owner = new pg.Client(database.owner)
    await owner.connect()
    await owner.query(`create schema if not exists double;
      create table if not exists double.row (id int generated always as identity);
      grant usage on schema double to sillage_portal; grant select, insert on double.row to sillage_portal`)
    await owner.end()
    if (process.env.DOUBLE_NEWER) throw Object.assign(new Error('newer'), { code: 'SILLAGE_NEWER_DATABASE' })
    if (process.env.DOUBLE_FAULT) throw new TypeError('a fault of ours')
  },
  mustBuild: () => false,
  build: async () => {},
  isSeeded: async () => true,
  seed: async () => {},
  start: async ({ configuration: { host, port }, database }) => {
    const pool = new pg.Pool({ connectionString: database.portal })
    pool.on('error', () => {})
    const server = createServer((request, response) => {
      const sql = request.method === 'POST' ? 'insert into double.row default values' : 'select count(*)::int from double.row'
      pool.query<{ count: number }>(sql).then(
        ({ rows }) => response.end(String(rows[0]?.count ?? 'kept')),
        (error: unknown) => response.writeHead(503).end(String(error)),
      )
    }).listen(port, host)
    await once(server, 'listening')
    return {
      address: `http://${host}:${port}`,
      stop: async () => {
        server.closeAllConnections()
        server.close()
        await pool.end()
      },
    }
  },
  ...process.env.DOUBLE_BACK_OFFICE && {
    startBackOffice: async ({ database }) => {
      const env = environmentOf(process.env, { DATABASE_URL_BACK_OFFICE: database.backOffice })
      const { address, stop } = startBackOfficeProcess({ env, program: process.env.DOUBLE_BACK_OFFICE, tell: (line) => { console.error(line) } })
      return { address: await address, stop }
    },
  },
  welcome: async (_, address) => `ready ${address}`,
})
