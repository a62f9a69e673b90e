import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { retryJob } from '../../operations/back-office/retry-job.ts'
import { showJob } from '../../operations/back-office/show-job.ts'
import { fr } from './fr.ts'
import { kinds } from './kinds.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(showJob)(args), now: new Date().toISOString() })
export const action = accepts({ retryJob })

const words = fr.job
const said = (value: unknown): string => typeof value === 'string' ? value : JSON.stringify(value)

/** One try of a job, and the way to do it again. */
export default function JobPage() {
  const job = useAnswer<typeof loader>()
  const { now, state, retry, can } = job
  return (
    <Page title={words.title(job.name)} breadcrumb={[{ label: fr.jobs.title, href: urls.jobs() }]}>
      <Facts facts={[
        { label: words.facts.state, value: <Badge kind={kinds[state]}>{fr.states[state]}</Badge> },
        { label: words.facts.started, value: <Time at={job.startedAt} now={now} /> },
        { label: words.facts.ended, value: job.endedAt === null ? words.notEnded : <Time at={job.endedAt} now={now} /> },
        job.durationMs !== null && { label: words.facts.duration, value: fr.duration(job.durationMs) },
        job.error !== null && { label: words.facts.error, value: <code>{job.error}</code> },
        retry && { label: words.retried, value: <><Time at={retry.at} now={now} />{`, ${words.by(retry.by)}`}</> },
        { label: words.facts.id, value: <code>{job.id}</code> },
      ]} />
      {state === 'failed' && !retry && can.retryJob && (
        <Section title={words.retryTitle} lead={words.retryLead}>
          <p>{words.queue}</p>
          <CommandForm form={can.retryJob} submit={words.retry} fixed={{ executionId: job.id }} inline />
        </Section>
      )}
      <Values title={words.data} values={job.data} />
      <Values title={words.result} values={job.result} />
      <p><Link href={urls.jobs({ name: job.name })}>{words.others}</Link></p>
    </Page>
  )
}

function Values({ title, values }: { title: string, values: Record<string, unknown> | null }) {
  return (
    <Section title={title}>
      <Table rows={Object.entries(values ?? {})} rowKey={([name]) => name} caption={title} captionHidden empty={<p>{words.nothing}</p>}
        columns={{ [words.field]: ([name]) => name, [words.value]: ([, value]) => said(value) }} />
    </Section>
  )
}
