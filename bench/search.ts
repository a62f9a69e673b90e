/**
 * Search over 100,000 documents: our `find` through the engine against the bare SQL through the driver, the same questions in turn.
 * Run with `node bench/search.ts [documents] [questions]`; it makes its own PostgreSQL and removes it.
 */
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Pool } from 'pg'
import { z } from 'zod'
import { modules } from '#apps/portal/modules.ts'
import { connect } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { query, type Context } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { find, type Document, type Question } from '#modules/search/api.ts'
import { functionFor } from '#modules/search/find.ts'
import { rowOf } from '#modules/search/put.ts'
import { typed } from '#modules/search/words.ts'

const [documents = 100_000, questions = 1000] = process.argv.slice(2).map(Number)

// The same documents and questions at each run (mulberry32).
let seed = 20_260_101
const random = () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const range = (length: number) => Array.from({ length }, (_, index) => index)

// Real words first, since they are the frequent ones, then words made of syllables; frequency falls with the rank, as in any language.
const real = `numérique service accès aide démarche public atelier inclusion médiation accessibilité formation usage outil guide kit
  accompagnement impôts logement santé emploi famille handicap sécurité hameçonnage identité données vie privée navigateur
  messagerie ordinateur téléphone tablette internet connexion compte mot passe formulaire dossier allocation retraite préfecture mairie
  bibliothèque médiathèque senior jeune parent enfant éducation culture écran réseau social fracture territoire rural quartier
  évaluation compétence certificat badge projet subvention appel candidature bénévole association conseiller aidant mandat`.split(/\s+/)
const syllables = 'ba cri do fa gué hé jou ka li mon né or pa qui ra sé tion té ur vi xe ment age ette able'.split(' ')
const made = range(12_000).map(() => range(2 + Math.floor(random() * 3)).map(() => oneOf(syllables)).join(''))
const vocabulary = [...real, ...new Set(made)]
// Zipf and Mandelbrot's law; the most frequent word is in a third of the documents.
const word = () => vocabulary[Math.floor(60 * ((vocabulary.length / 60 + 1) ** random() - 1))]!
const text = (length: number) => range(length).map(word).join(' ')

const facetValues = (name: string, count: number) => range(count).map((index) => `${name}-${index + 1}`)
const [themes, supports, audiences] = [facetValues('theme', 24), facetValues('support', 14), facetValues('audience', 20)]
const bases = facetValues('base', 800)
const departments = facetValues('', 95).map((value) => value.slice(1))

const aDocument = (index: number): Document => {
  const base = oneOf(bases)
  return {
    kind: index % 50 === 0 ? 'base' : 'resource', id: `document-${index}`,
    principals: random() < 0.9 ? ['public'] : [`base:${base}`],
    title: text(3 + Math.floor(random() * 6)), summary: text(15 + Math.floor(random() * 15)), body: text(60 + Math.floor(random() * 180)),
    facets: {
      theme: [oneOf(themes), ...random() < 0.4 ? [oneOf(themes)] : []], support: [oneOf(supports)],
      audience: range(1 + Math.floor(random() * 3)).map(() => oneOf(audiences)), base: [base], department: [oneOf(departments)],
    },
    publishedAt: new Date(Date.UTC(2020, 0, 1) + Math.floor(random() * 190_000_000) * 1000).toISOString(),
    counts: { views: Math.floor(random() ** 4 * 5000), saves: Math.floor(random() ** 6 * 300) },
  }
}

const load = async (url: string) => {
  const owner = new Pool({ connectionString: url, max: 2 })
  await owner.query('set synchronous_commit = off')
  const put = (rows: object[]) => owner.query(`select search.put(kind, id, principals, title, title_text, summary_text, body_text, facets,
    published_at, views, saves, words, written) from jsonb_to_recordset($1) as one (kind text, id text, principals text[], title text,
    title_text text, summary_text text, body_text text, facets text[], published_at timestamptz, views int, saves int, words text[],
    written text[])`, [JSON.stringify(rows)])
  const waiting = new Set<Promise<unknown>>()
  for (let first = 0; first < documents; first += 500) {
    const one: Promise<unknown> = put(range(Math.min(500, documents - first)).map((offset) => rowOf(aDocument(first + offset))))
      .finally(() => waiting.delete(one))
    waiting.add(one)
    if (waiting.size === 2) await Promise.race(waiting)
  }
  await Promise.all(waiting)
  // As the worker does every five minutes.
  await owner.query('select search.fold_tally()')
  await owner.query('vacuum analyze search.document, search.counter, search.facet, search.lexicon')
  const { rows } = await owner.query(`select pg_size_pretty(pg_relation_size('search.document')) as rows,
    pg_size_pretty(pg_table_size('search.document')) as with_words,
    pg_size_pretty(pg_indexes_size('search.document')) as indexes, (select count(*) from search.lexicon) as words`)
  await owner.end()
  return rows[0]
}

/** What people do: most type one to three words, a third with filters; some only filter, some only browse; a few go far. */
const aQuestion = (): { kind: string; question: Question } => {
  const facets: Record<string, string[]> = random() < 0.5 ? { theme: [oneOf(themes), oneOf(themes)] } :
    { theme: [oneOf(themes)], audience: [oneOf(audiences), oneOf(audiences)] }
  const page = random() < 0.8 ? 1 : 1 + Math.floor(random() * 30)
  const base = { kinds: random() < 0.7 ? ['resource'] : ['resource', 'base'], page, perPage: 30 }
  const words = () => text(1 + Math.floor(random() * 3))
  const sort = oneOf(['recent', 'recent', 'views', 'saves', 'a-z', 'z-a', 'oldest'] as const)
  const draw = random()
  if (draw < 0.35) return { kind: 'words', question: { ...base, text: words(), sort: 'relevance' } }
  if (draw < 0.6) return { kind: 'words, filters', question: { ...base, text: words(), facets, sort: 'relevance' } }
  if (draw < 0.7) return { kind: 'words, sorted', question: { ...base, text: words(), sort } }
  if (draw < 0.85) return { kind: 'filters, sorted', question: { ...base, facets, sort } }
  return { kind: 'all, sorted', question: { ...base, sort } }
}

interface Time { wall: number; cpu: number }

/** Times work by the clock and by the processor time of our process and of the pool's one connection, which neighbours disturb less. */
const clockOf = async (pool: Pool) => {
  const { rows: [{ pid }] } = await pool.query('select pg_backend_pid() as pid')
  const server = async () => Number((await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => 'NaN')).split(' ')[0]) / 1e6
  return async (work: () => Promise<void>): Promise<Time> => {
    const [before, own, start] = [await server(), process.cpuUsage(), performance.now()]
    await work()
    const [wall, { user, system }] = [performance.now() - start, process.cpuUsage(own)]
    return { wall, cpu: await server() - before + (user + system) / 1000 }
  }
}

const at = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!
const line = (name: string, some: { ours: Time; bare: Time }[]) => {
  const figures = (side: 'ours' | 'bare') => (['wall', 'cpu'] as const)
    .map((kind) => [0.5, 0.99].map((share) => at(some.map((one) => one[side][kind]), share)))
  const pairOf = (pair: number[]) => pair.map((value) => value.toFixed(1).padStart(5)).join(' ')
  const shown = ([wall, cpu]: number[][]) => `${pairOf(wall!)} (    ${pairOf(cpu!)})`
  const [ours, bare] = [figures('ours'), figures('bare')]
  const [wall, cpu] = [0, 1].map((kind) => (ours[kind]![1]! / bare[kind]![1]!).toFixed(2))
  console.log(`${name.padEnd(18)}${String(some.length).padStart(5)}    ${shown(ours)}       ${shown(bare)}  ${wall} ${cpu}`)
}

const directory = await mkdtemp(join(tmpdir(), 'sillage-bench-search-'))
await chmod(directory, 0o755)
const embedded = await startEmbedded({ directory })
try {
  await prepareEmbedded(embedded)
  const schemas = inOrder(modules).map((one) => ({ name: one.name, folder: join(import.meta.dirname, '..', one.folder, 'tables') }))
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...schemas])
  const start = performance.now()
  const sizes = await load(embedded.url('sillage_owner'))
  console.log(`${documents} documents in ${Math.round((performance.now() - start) / 1000)} s`, sizes)
  const pool = connect(embedded.url('sillage_portal'), 1)
  const engine = createEngine(pool, portsOf([]))
  const findAny = query({
    http: 'GET /bench', input: z.object({ question: z.any() }), output: z.any(), allow: anyone,
    run: (context: Context, { question }) => find(context, question),
  })
  const actors = range(20).map((index) => index === 0 ? { id: undefined, grants: [], timeZone: 'Europe/Paris' } : {
    id: `person-${index}`, timeZone: 'Europe/Paris',
    grants: range(index % 4).map(() => ({ scope: 'base', id: oneOf(bases), role: 'contributor' })),
  })
  const bare = new Pool({ connectionString: embedded.url('sillage_portal'), max: 1 })
  bare.on('error', () => undefined)   // the server stops before the pool's connections have closed
  const [ourClock, bareClock] = [await clockOf(pool), await clockOf(bare)]
  const times: { kind: string; ours: Time; bare: Time }[] = []
  for (const index of range(questions + 100)) {
    const { kind, question } = aQuestion()
    const actor = oneOf(actors)
    let empty = false
    const viaSql = () => bareClock(async () => {
      const { name, parameters: values } = functionFor(actor, question, typed(question.text ?? '').map(({ word }) => word))
      await bare.query({ name, text: `select * from search.${name}(${values.map((_, place) => `$${place + 1}`).join(', ')})`, values })
    })
    const viaEngine = () => ourClock(async () => {
      const { output } = await engine.run(findAny, { question }, { actor, origin: { request: 'bench' } })
      empty = output.total === 0 || output.corrected !== undefined
    })
    // Each goes first every second time, so that neither profits from the other's warm pages.
    const [first, second] = index % 2 ? [await viaSql(), await viaEngine()] : [await viaEngine(), await viaSql()]
    // A question without an answer asks twice more, for corrections: the bare SQL is then another.
    const name = empty ? 'corrected or none' : kind
    if (index >= 100) times.push(index % 2 ? { kind: name, bare: first, ours: second } : { kind: name, ours: first, bare: second })
  }
  console.log(`milliseconds          find: p50   p99 (CPU p50   p99)  bare SQL: p50   p99 (CPU p50   p99)  ratio of p99, of CPU p99`)
  for (const kind of [...new Set(times.map((one) => one.kind)), 'all'])
    line(kind, times.filter((one) => kind === 'all' || one.kind === kind))
  await Promise.all([pool.end(), bare.end()])
} finally {
  await embedded.stop()
  await rm(directory, { recursive: true, force: true })
}
