/**
 * What the public list of resources (30 of 100,000) costs the server, in processor time a page: ours against Next.js with the same data
 * and components, and against a bare Fastify route that answers the same HTML as a constant. PostgreSQL's own time is in neither.
 * Run with `npm run bench:pages [-- <rounds> <seconds> <resources>]`; it keeps its database in /var/tmp/sillage-bench/pages.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readConfig } from '#kernel/config.ts'
import { connect, kyselyOn } from '#kernel/db/connection.ts'
import { system } from '#kernel/operation/actor.ts'
import { openSession } from '#modules/identity/api.ts'
import { figure, times } from './measure/figure.ts'
import { compare, load, type Request } from './measure/load.ts'
import { startServer, type Measured } from './measure/server.ts'
import { buildBoth } from './pages/builds.ts'
import { folder, openDatabase } from './pages/database.ts'
import { givenTo } from './pages/given.ts'
import { startNext } from './pages/next-server.ts'

const [rounds = 3, seconds = 8, count = 100_000] = process.argv.slice(2).map(Number)
/** Seconds of pages before the first that counts. */
const WARMING = 15
const list: Request = { path: '/ressources' }
/** The same page by Next.js, its whole tree given to the browser's side: no server components, whose tree Next.js sends twice. */
const client: Request = { path: '/client' }

/** A real session of the first demonstration person. */
const signIn = async (owner: string): Promise<string> => {
  const pool = connect(owner, 1)
  try {
    const { rows: [person] } = await pool.query<{ id: string }>('select id from identity.person order by id limit 1')
    const context = {
      db: kyselyOn<any>(pool), actor: system, now: new Date().toISOString(), origin: { request: 'bench' },
      record: async () => { throw new Error('Opening a session records no fact') },
    }
    return (await openSession(context, person!.id, 'bench')).cookie.split(';')[0]!
  } finally {
    await pool.end()
  }
}

/** The base that has most: its list is the same page, from another search. */
const oneBase = async (owner: string): Promise<string> => {
  const pool = connect(owner, 1)
  try {
    const { rows: [base] } = await pool.query<{ id: string }>(`select base_id as id from bases.resource where base_id is not null and is_open
      and published_at is not null and deleted_at is null group by base_id order by count(*) desc limit 1`)
    return base!.id
  } finally {
    await pool.end()
  }
}

const pageOf = async ({ port }: Measured, { path, headers }: Request): Promise<string> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { ...headers, 'accept-encoding': 'identity' } })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return answer.text()
}

/** What two answers must have in common: the cards in their order, and the number of results above them. */
const whatItShows = (html: string) => JSON.stringify([
  /<h2[^>]*>(.*?)<\/h2>/.exec(html)?.[1]?.replaceAll(/<!--.*?-->/g, ''),
  [...new Set([...html.matchAll(/<a[^>]* href="(\/ressources\/[^"]+)"/g)].map(([, href]) => href))],
])

const kb = (html: string) => `${(Buffer.byteLength(html) / 1000).toFixed(1)} kB`
const ms = (microseconds: number) => `${(microseconds / 1000).toFixed(2)} ms`

const { database, stop } = await openDatabase(count)
const running: Measured[] = []
const start = async (server: Promise<Measured>) => {
  running.push(await server)
  return running.at(-1)!
}
try {
  const builds = await buildBoth()
  const config = readConfig({
    PORT: '0', SILLAGE_DATA: folder, SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '1000000000', LOG_LEVEL: 'warn', SMTP_URL: 'smtp://127.0.0.1:25',
  })
  const portal = (build: string) => start(startServer(join(import.meta.dirname, 'pages/portal.ts'), { url: database.portal, folder: build, config }))
  const [product, hydrated] = [await portal(builds.product), await portal(builds.hydrated)]
  const baseId = await oneBase(database.owner)
  const next = await start(startNext(database.portal, await givenTo(database.portal, config, baseId)))
  // Any cookie keeps a page out of the cache, this one means nothing.
  const uncached: Request = { ...list, headers: { cookie: 'bench=1' } }
  const signedIn: Request = { ...list, headers: { cookie: await signIn(database.owner) } }
  const [html, taken, theirs] = [await pageOf(product, uncached), await pageOf(hydrated, signedIn), await pageOf(next, list)]
  if (whatItShows(html) !== whatItShows(theirs)) throw new Error(`Not the same page:\n${whatItShows(html)}\n${whatItShows(theirs)}`)
  const file = join(folder, 'list.html')
  await writeFile(file, html)
  const floorOf = (given: object) => start(startServer(join(import.meta.dirname, 'pages/floor.ts'), { file, ...given }))
  const [floor, floorOfBytes] = [await floorOf({ encoding: 'utf8' }), await floorOf({})]
  const kept = await pageOf(product, list)
  if (whatItShows(kept) !== whatItShows(html) || await pageOf(product, list) !== kept) throw new Error('The kept page is another page')

  console.log(`A page of 30 of ${count} resources: ours ${kb(html)}, signed-in and hydrated ${kb(taken)}, Next.js ${kb(theirs)}; not compressed`)
  // The machine code of a server settles after thousands of pages: each is first warmed by the list of one base, which PostgreSQL finds fast.
  const warm: Request = { path: `/ressources?baseId=${baseId}` }
  if (whatItShows(await pageOf(product, warm)) !== whatItShows(await pageOf(next, warm))) throw new Error('Not the same page of one base')
  for (const [server, { headers }] of [[product, uncached], [hydrated, signedIn], [next, list]] as const) {
    const { throughput, processor } = await load(server, { ...warm, headers }, { seconds: WARMING, connections: 8 })
    console.log(`      warmed by ${Math.round(throughput * WARMING)} pages of one base, ${ms(processor)} each`)
  }
  const asked = (server: Measured, request: Request) => () => load(server, request, { seconds, connections: 8 })
  const cases = [
    { name: 'uncached, against Next.js', ours: asked(product, uncached), other: asked(next, list), least: 6 },
    { name: 'signed-in and hydrated, against Next.js', ours: asked(hydrated, signedIn), other: asked(next, list), least: 4.5 },
    { name: 'anonymous cached, against the floor', ours: asked(product, list), other: asked(floor, list), least: 1 },
    // Without a target: not how Next.js advises to write a page, but the cheapest that it can be.
    { name: 'uncached, against client components', ours: asked(product, uncached), other: asked(next, client) },
    { name: 'hydrated, against client components', ours: asked(hydrated, signedIn), other: asked(next, client) },
    // Without a target: a string is turned into bytes at each answer, which a page that is kept as bytes is spared.
    { name: 'anonymous cached, against the floor as bytes', ours: asked(product, list), other: asked(floorOfBytes, list) },
  ]
  for (const { name, ours, other, least } of cases) {
    const { ours: us, baseline, processor } = await compare(ours, other, rounds)
    const detail = `${ms(us.processor)} a page against ${ms(baseline.processor)}; ${us.throughput.toFixed(0)} pages/s against ${baseline.throughput.toFixed(0)}`
    figure({ name, value: processor, target: least ? { least } : undefined, shown: times, detail })
  }
} finally {
  for (const server of running) await server.stop()
  await stop()
}
