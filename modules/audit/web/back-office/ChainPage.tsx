import type { LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { CopyButton } from '#design/CopyButton.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showChain } from '../../operations/back-office/show-chain.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(showChain)(args), now: new Date().toISOString() })

/** Seals come each minute: five without one says that the worker does not run. In milliseconds. */
const LATE = 300_000
const words = fr.chain

/** How far the trace is sealed, and the anchor to note elsewhere. */
export default function ChainPage() {
  const { waiting, since, anchor, now } = useAnswer<typeof loader>()
  const late = since !== null && Date.parse(now) - Date.parse(since) > LATE
  const noted = anchor && `${anchor.sequence}:${anchor.hash}`
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: fr.trace.title, href: urls.trace() }]}>
      {late && <Alert kind="warning">{words.late}</Alert>}
      <Section title={words.state}>
        {!anchor && <p>{words.none}</p>}
        <Facts facts={[
          anchor && { label: words.last, value: anchor.sequence },
          anchor && { label: words.at, value: <Time at={anchor.at} now={now} /> },
          { label: words.waiting, value: waiting },
          since !== null && { label: words.since, value: <Time at={since} now={now} /> },
        ]} />
      </Section>
      {noted && (
        <Section title={words.anchor} lead={words.anchorLead}>
          <p><code>{noted}</code></p>
          <CopyButton text={noted} label={words.copy} />
        </Section>
      )}
      <Section title={words.verify} lead={words.verifyLead}>
        <pre><code>{`npm run audit:verify${noted ? ` -- --anchor ${noted}` : ''}`}</code></pre>
      </Section>
    </Page>
  )
}
