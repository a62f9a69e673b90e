import type { ReactNode } from 'react'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as trace } from '#modules/audit/web/routes.ts'
import { showHealth } from '../../operations/back-office/show-health.ts'
import { fr } from './fr.ts'
import { healthKinds } from './kinds.ts'
import { urls } from './routes.ts'

export const loader = answers(showHealth)

type Health = Answered<typeof showHealth>
interface Part { name: string, state: keyof typeof healthKinds, what: ReactNode, href?: string }
const words = fr.health

const partsOf = ({ now, database, worker, facts, jobs, mail, seal, disk }: Health): Part[] => [
  {
    name: words.parts.database, state: database.state,
    what: words.database(database.version, fr.size(database.size), fr.duration(database.answeredIn)),
  },
  {
    name: words.parts.worker, state: worker.state,
    what: worker.workers > 0 ? words.worker(worker.workers)
      : <>{words.noWorker} {worker.seenAt === null ? words.never : <>{words.seen} <Time at={worker.seenAt} now={now} /></>}</>,
  },
  { name: words.parts.facts, state: facts.state, what: words.facts(facts.waiting, facts.failing), href: urls.deliveries() },
  { name: words.parts.jobs, state: jobs.state, what: words.jobs(jobs.failed), href: urls.jobs({ state: 'failed' }) },
  { name: words.parts.mail, state: mail.state, what: words.mail(mail.waiting, mail.failed) },
  { name: words.parts.seal, state: seal.state, what: words.seal(seal.waiting, seal.sequence), href: trace.chain() },
  {
    name: words.parts.disk, state: disk.state,
    what: disk.free === null || disk.total === null ? words.noDisk : words.disk(fr.size(disk.free), fr.size(disk.total)),
  },
]

const columns: Record<string, (part: Part) => ReactNode> = {
  [words.columns.part]: ({ name }) => name,
  [words.columns.state]: ({ state }) => <Badge kind={healthKinds[state]} icon>{words.states[state]}</Badge>,
  [words.columns.what]: ({ name, what, href }) => (
    <>{what}{href && <> <Link href={href} aria-label={words.seeOf(name)}>{words.see}</Link></>}</>
  ),
}

/** How the service fares, part by part. */
export default function HealthPage() {
  const parts = partsOf(useAnswer<typeof loader>())
  const wrong = parts.filter(({ state }) => state !== 'good')
  const worst = wrong.some(({ state }) => state === 'bad') ? 'error' : 'warning'
  return (
    <Page title={words.title} lead={words.lead}>
      <Alert kind={wrong.length === 0 ? 'success' : worst}>{wrong.length === 0 ? words.all : words.some(wrong.length)}</Alert>
      <Table rows={parts} rowKey={({ name }) => name} caption={words.caption} captionHidden columns={columns} empty={words.all} />
    </Page>
  )
}
