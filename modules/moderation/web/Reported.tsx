import type { ReactNode } from 'react'
import { RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import { WebLink } from '#design/WebLink.tsx'
import type { Answered } from '#kernel/page/answers.ts'
import type { showReported } from '../operations/show-reported.ts'
import { fr as words } from './fr.ts'
import { fr } from './moderating.fr.ts'
import type { under } from './routes.ts'

type Answer = Answered<typeof showReported>
type Urls = ReturnType<typeof under>

const reasonOf = (reason: string | null) => reason === null ? '' : words.reasons[reason] ?? reason

const reportColumns: Record<string, (one: Answer['reports'][number]) => ReactNode> = {
  [fr.reportColumns.by]: ({ by }) => by ?? fr.unknown,
  [fr.reportColumns.reason]: ({ reason }) => reasonOf(reason),
  [fr.reportColumns.words]: (one) => <>{one.words}{one.repeats && <p>{fr.repeats} <WebLink href={one.repeats} /></p>}</>,
  [fr.reportColumns.at]: ({ at }) => <Time at={at} />,
}
const decisionColumns: Record<string, (one: Answer['decisions'][number]) => ReactNode> = {
  [fr.decisionColumns.decision]: ({ decision, onAppeal }) => onAppeal ? fr.onAppeal(fr.names[decision] ?? '') : fr.names[decision],
  [fr.decisionColumns.by]: ({ by }) => by ?? fr.unknown,
  [fr.decisionColumns.ground]: ({ ground }) => reasonOf(ground),
  [fr.decisionColumns.reason]: ({ reason }) => reason,
  [fr.decisionColumns.at]: ({ at }) => <Time at={at} />,
}

/** Something that was reported or held: what is said of it, and the forms that decide. @param besides it is in this same app, one link away. */
export function Reported({ urls, besides, ...answer }: Answer & { urls: Urls, besides?: boolean }) {
  const { title, label, href, author, reports, decisions, standing, heldFor } = answer
  return (
    <Page title={title} breadcrumb={[{ label: fr.title, href: urls.queue() }]}
      lead={`${label.charAt(0).toLocaleUpperCase('fr')}${label.slice(1)}. ${fr.by} ${author ?? fr.unknown}. ${fr.standings[standing]}.`}>
      {standing === 'held' && heldFor && <p>{fr.heldFor[heldFor] ?? heldFor}</p>}
      <p>{fr.see}{' '}{besides && standing !== 'deleted' ? <Link href={href}>{title}</Link> : <code>{href}</code>}</p>
      <Section title={fr.reports}>
        <Table rows={reports} rowKey={({ id }) => id} caption={fr.table(fr.reports)} captionHidden empty={<p>{fr.noReport}</p>} columns={reportColumns} />
      </Section>
      <Decide {...answer} />
      <Judge {...answer} />
      <Section title={fr.decisions}>
        <Table rows={decisions} rowKey={({ id }) => id} caption={fr.table(fr.decisions)} captionHidden empty={<p>{fr.noDecision}</p>} columns={decisionColumns} />
      </Section>
    </Page>
  )
}

function Decide({ state, choices, concern, grounds, reports, version, can }: Answer) {
  if (state !== 'open') return null
  if (!can.decide) return <p>{fr.own}</p>
  // Of all decisions the form offers those that the thing's state allows.
  const all = Object.entries(fr.choices).filter(([decision]) => choices.some((one) => one === decision))
  // A defect is mended: what does that stands first, on the ground that people gave.
  const isDefect = concern === 'defect'
  const offered = Object.fromEntries(isDefect ? all.toSorted(([one], [other]) => Number(other === 'ask') - Number(one === 'ask')) : all)
  return (
    <Section title={fr.decide}>
      <CommandForm form={can.decide} submit={fr.submit} fixed={{ _version: version }} labels={{ decision: fr.decision, ground: fr.ground, reason: fr.reason }}
        values={isDefect ? { ground: reports[0]?.reason } : {}}>
        {(field) => (
          <>
            <RadioField {...field('decision')} legend={fr.decision} choices={offered} />
            <SelectField {...field('ground')} label={fr.ground} hint={isDefect ? fr.groundHintDefects : fr.groundHint}
              choices={Object.fromEntries(grounds.map((one) => [one, reasonOf(one)]))} empty={fr.noGround} />
            <TextArea {...field('reason')} label={fr.reason} hint={fr.reasonHint} />
          </>
        )}
      </CommandForm>
    </Section>
  )
}

function Judge({ state, appeal, version, can }: Answer) {
  if (!appeal) return null
  return (
    <Section title={fr.appeal}>
      <p>{fr.appealBy}</p>
      <blockquote><p>{appeal.words}</p></blockquote>
      {state === 'appealed' && (can.judge ? (
        <CommandForm form={can.judge} submit={fr.judge} fixed={{ _version: version }} labels={{ outcome: fr.outcome, reason: fr.reason }}>
          {(field) => (
            <>
              <RadioField {...field('outcome')} legend={fr.outcome} choices={fr.outcomes} />
              <TextArea {...field('reason')} label={fr.reason} hint={fr.reasonHint} />
            </>
          )}
        </CommandForm>
      ) : <p>{appeal.isOwnDecision ? fr.ownDecision : fr.own}</p>)}
    </Section>
  )
}
