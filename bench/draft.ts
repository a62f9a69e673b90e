/**
 * How much longer a draft of 2,000 events takes to open than one of 20, and what its history and a comparison cost.
 * `node bench/draft.ts [events] [times]`; it makes its own PostgreSQL and removes it.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from '#kernel/id.ts'
import { connect } from '#kernel/db/connection.ts'
import { startEmbedded } from '#kernel/db/embedded.ts'
import { kernelSchema, migrate } from '#kernel/db/migrate.ts'
import { prepareEmbedded } from '#kernel/db/prepare.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { inOrder, portsOf } from '#kernel/operation/module.ts'
import { bases } from '#modules/bases/module.ts'
import { addContent } from '#modules/bases/operations/add-content.ts'
import { compareDraft } from '#modules/bases/operations/compare-draft.ts'
import { createResource } from '#modules/bases/operations/create-resource.ts'
import { editContent } from '#modules/bases/operations/edit-content.ts'
import { listHistory } from '#modules/bases/operations/list-history.ts'
import { showDraft } from '#modules/bases/operations/show-draft.ts'
import { figure } from './measure/figure.ts'

const [events = 2000, times = 60] = process.argv.slice(2).map(Number)
const FEW = 20
const CONTENTS = 10
const milliseconds = (value: number) => `${value.toFixed(1)} ms`
/** A text as people write them, that grows a little at each saving. */
const words = (at: number) => `Version ${at}. ${'Une phrase de l’atelier, ni courte ni longue. '.repeat(20 + at % 20)}`

const median = async (work: () => Promise<unknown>) => {
  const taken: number[] = []
  for (let at = 0; at < times + 5; at++) {
    const started = performance.now()
    await work()
    // The first ones warm the caches of both sides.
    if (at >= 5) taken.push(performance.now() - started)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)]!
}

const directory = await mkdtemp(join(tmpdir(), 'sillage-bench-draft-'))
await chmod(directory, 0o755)
const embedded = await startEmbedded({ directory })
try {
  await prepareEmbedded(embedded)
  const modules = inOrder([bases])
  const root = join(import.meta.dirname, '..')
  await migrate(embedded.url('sillage_owner'), [kernelSchema, ...modules.map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))])
  const owner = connect(embedded.url('sillage_owner'), 2)
  const portal = connect(embedded.url('sillage_portal'), 4)
  const engine = createEngine(portal, portsOf(modules))
  const id = v7()
  await owner.query({ text: `insert into identity.person (id, first_name, time_zone, created_at) values ($1, 'Ada', 'Europe/Paris', now())`, values: [id] })
  const call = () => ({ actor: { id, grants: [], timeZone: 'Europe/Paris' }, origin: { request: v7() } })

  /** A draft made by the commands themselves: some contents, then savings of them until there are so many events. */
  const aDraft = async (wanted: number) => {
    const { output: { resourceId } } = await engine.run(createResource, { title: `Brouillon de ${wanted}`, description: '', baseId: null }, call())
    const contents: { contentId: string, version: number }[] = []
    for (let at = 0; at < CONTENTS; at++) {
      const { output } = await engine.run(addContent, { resourceId, type: 'text', text: words(0) }, call())
      contents.push({ contentId: output.contentId, version: output.version })
    }
    for (let at = CONTENTS + 1; at < wanted; at++) {
      const content = contents[at % CONTENTS]!
      const { output } = await engine.run(editContent, { resourceId, ...content, type: 'text', text: words(at) }, call())
      content.version = output.version
    }
    return resourceId
  }
  const [few, many] = [await aDraft(FEW), await aDraft(events)]
  const open = (resourceId: string) => () => engine.run(showDraft, { resourceId }, call())
  const [short, long] = [await median(open(few)), await median(open(many))]
  const history = await median(() => engine.run(listHistory, { resourceId: many }, call()))
  const compared = await median(() => engine.run(compareDraft, { resourceId: many, sequence: Math.floor(events / 2) }, call()))
  figure({ name: `draft of ${FEW} events opens in`, value: short, shown: milliseconds })
  figure({ name: `draft of ${events} events opens in`, value: long, shown: milliseconds })
  figure({ name: 'difference (median)', value: long - short, target: { most: 100 }, shown: milliseconds, detail: `${times} openings of each` })
  figure({ name: `history of ${events} events, first page`, value: history, shown: milliseconds })
  figure({ name: `comparison with event ${Math.floor(events / 2)}`, value: compared, shown: milliseconds })
  await Promise.all([owner.end(), portal.end()])
} finally {
  await embedded.stop()
  await rm(directory, { recursive: true, force: true })
}
