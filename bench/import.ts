/**
 * Import of people in number: rows a second, and whether memory stays flat while they pass.
 * `node --expose-gc bench/import.ts [people]`; it makes its own PostgreSQL and removes it.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { v7 } from '#kernel/id.ts'
import { connect } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { workOnce } from '#kernel/fact/worker.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { configureStorage } from '#modules/files/api.ts'
import { provisioning } from '#modules/provisioning/module.ts'
import { confirmImport } from '#modules/provisioning/operations/confirm-import.ts'
import { showImport } from '#modules/provisioning/operations/show-import.ts'
import { startImport } from '#modules/provisioning/operations/start-import.ts'
import { receiveSource } from '#modules/provisioning/source.ts'
import { figure } from './measure/figure.ts'

const people = Number(process.argv[2] ?? 50_000)
const mebibytes = (value: number) => `${(value / 1_048_576).toFixed(0)} MiB`
const rate = (value: number) => `${value.toFixed(0)} rows/s`

/** A list as an establishment gives it, written as it is read: it is never whole in memory. */
async function* list() {
  yield 'numéro étudiant;nom;prénom;courriel;rôle;groupe;date de début\r\n'
  for (let at = 0; at < people; at++) yield `n${at};Nom ${at};Prénom ${at};personne.${at}@univ.example;étudiant;Groupe ${at % 200};01/09/2026\r\n`
}

const thirds = (sizes: readonly number[]) => {
  const tenth = Math.max(1, Math.floor(sizes.length / 10))
  const mean = (from: number) => sizes.slice(from, from + tenth).reduce((sum, size) => sum + size, 0) / tenth
  return { start: mean(0), middle: mean(Math.floor((sizes.length - tenth) / 2)), end: mean(Math.max(0, sizes.length - tenth)) }
}
const said = ({ start, middle, end }: ReturnType<typeof thirds>) => `start ${mebibytes(start)}, middle ${mebibytes(middle)}, end ${mebibytes(end)}`

/**
 * Memory while a work goes on, as the mean of its first, middle and last tenth: resident, four times a second; and what lives after a
 * collection, every two seconds, since V8 keeps what it was once given.
 */
const watched = async (work: () => Promise<void>) => {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const sizes: number[] = []
  const living: number[] = []
  const timer = setInterval(() => sizes.push(process.memoryUsage().rss), 250)
  const collector = setInterval(() => {
    globalThis.gc?.()
    living.push(process.memoryUsage().heapUsed)
  }, 2000)
  const started = performance.now()
  await work()
  clearInterval(timer)
  clearInterval(collector)
  const seconds = (performance.now() - started) / 1000
  return { seconds, before, resident: thirds(sizes), living: thirds(living), peak: Math.max(...sizes) }
}

const directory = await mkdtemp(join(tmpdir(), 'sillage-bench-import-'))
await chmod(directory, 0o755)
const embedded = await startEmbedded({ directory })
try {
  await prepareEmbedded(embedded)
  configureStorage({ directory: join(directory, 'files') })
  const modules = inOrder([provisioning])
  const root = join(import.meta.dirname, '..')
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...modules.map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))])
  const owner = connect(embedded.url('sillage_owner'), 2)
  const portal = connect(embedded.url('sillage_portal'), 4)
  const worker = connect(embedded.url('sillage_worker'), 4)
  const engine = createEngine(portal, portsOf(modules))
  const [organisationId, personId] = [v7(), v7()]
  await owner.query({
    text: `insert into organisations.organisation (id, kind, name, created_at) values ($1, 'establishment', 'Université de mesure', now())`, values: [organisationId],
  })
  const grants = [{ scope: 'organisation', id: organisationId, role: 'pedagogical-administrator' }]
  const call = { actor: { id: personId, grants, timeZone: 'Europe/Paris' }, origin: { request: 'bench' } }
  const work = () => workOnce(worker, modules, (error) => { throw error })
  const report = (name: string, { seconds, before, resident, living, peak }: Awaited<ReturnType<typeof watched>>) => {
    figure({ name: `${name}: speed`, value: people / seconds, shown: rate, detail: `${people} people in ${seconds.toFixed(1)} s` })
    figure({ name: `${name}: resident memory`, value: resident.end, shown: mebibytes, detail: `before ${mebibytes(before)}, ${said(resident)}, peak ${mebibytes(peak)}` })
    figure({ name: `${name}: living heap`, value: living.end, shown: mebibytes, detail: said(living) })
    figure({ name: `${name}: living heap, start to end`, value: (living.end - living.start) / 1_048_576, shown: (value) => `${value.toFixed(1)} MiB`, target: { most: 8 } })
  }

  let importId = ''
  report('dry run', await watched(async () => {
    const { fileId: sourceId } = await receiveSource(engine.context(call), organisationId, { name: 'etudiants.csv', stream: Readable.from(list()).map((line: string) => Buffer.from(line)) })
    importId = (await engine.run(startImport, { organisationId, sourceId }, call)).output.importId
    await work()
  }))
  await engine.run(confirmImport, { importId }, call)
  report('import', await watched(work))
  const { output } = await engine.run(showImport, { importId }, call)
  if (output.state !== 'done' || output.outcomes['created'] !== people) throw new Error(`Not all came: ${JSON.stringify(output.outcomes)}`)
  await Promise.all([owner.end(), portal.end(), worker.end()])
} finally {
  await embedded.stop()
  await rm(directory, { recursive: true, force: true })
}
