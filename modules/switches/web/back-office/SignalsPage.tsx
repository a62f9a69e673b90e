import { Page } from '#design/Page.tsx'
import { Plot } from '#design/Plot.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showSignals } from '../../operations/back-office/show-signals.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showSignals)

const words = fr.signals
const { columns, number } = words

/** Where a wave of unwanted messages shows, and from where it is stopped. */
export default function SignalsPage() {
  const { feature, label, features, points, organisations, people } = useAnswer<typeof loader>()
  if (features.length === 0) return <Page title={words.title} lead={words.lead}><p>{words.none}</p></Page>
  const tabs = features.map((one) => ({ label: one.label, href: urls.signals(one.code), current: one.code === feature }))
  return (
    <Page title={words.title} lead={words.lead} breadcrumb={[{ label: fr.off.home, href: urls.list() }]}
      actions={<ButtonLink href={urls.turnOff(feature)} priority="secondary">{fr.off.title}</ButtonLink>}>
      <Tabs label={words.period} tabs={tabs} />
      <Section title={words.days(label)}><Plot name={words.days(label)} points={points} /></Section>
      <Section title={words.organisations}>
        <Table rows={organisations} rowKey={({ id }) => id} caption={words.list(words.organisations)} captionHidden
          empty={words.empty} columns={{
          [columns.organisation]: ({ name }) => name, [columns.today]: ({ today }) => number(today),
            [columns.usual]: ({ usual }) => number(usual),
        }} />
      </Section>
      <Section title={words.people}>
        <Table rows={people} rowKey={({ id }) => id} caption={words.list(words.people)} captionHidden
          empty={words.empty} columns={{
          [columns.person]: ({ name }) => name ?? fr.formerPerson, [columns.today]: ({ today }) => number(today),
            [columns.busiest]: ({ busiest }) => number(busiest),
        }} />
      </Section>
    </Page>
  )
}
