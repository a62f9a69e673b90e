import { Badge } from '#design/Badge.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { appealDecision } from '../operations/appeal-decision.ts'
import { listDecisionsOnMine } from '../operations/list-decisions-on-mine.ts'
import { fr } from './fr.ts'

export const loader = answers(listDecisionsOnMine)
export const action = accepts({ appealDecision })

type Answer = Answered<typeof listDecisionsOnMine>
type Decision = Answer['subjects'][number]['decisions'][number]

const words = fr.decisions
const kinds = { shown: 'success', held: 'warning', hidden: 'error', deleted: 'error' } as const

/** What moderators decided of one's own publications, and where one says that one does not agree. */
export default function MyDecisionsPage() {
  const { subjects, can } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text">
      {subjects.length === 0 && <EmptyState title={words.empty}><p>{words.emptyHelp}</p></EmptyState>}
      {subjects.map(({ id, title, label, href, standing, decisions }) => (
        <Section key={id} title={title} lead={`${label.charAt(0).toLocaleUpperCase('fr')}${label.slice(1)}`}>
          <p><Badge kind={kinds[standing]}>{words.standings[standing]}</Badge></p>
          {standing === 'held' && <p>{words.held}</p>}
          {standing !== 'deleted' && <p><Link href={href}>{title}</Link></p>}
          {decisions.map((one, place) => <Decided key={one.id} decision={one} isLast={place === 0} form={can.appealDecision} />)}
        </Section>
      ))}
    </Page>
  )
}

const titleOf = ({ decision, onAppeal, isDefect }: Decision) => onAppeal
  ? `${words.onAppeal} : ${decision === 'release' ? words.overturned : words.upheld}`
  : (isDefect ? words.defect[decision] : words.names[decision]) ?? decision

function Decided({ decision, isLast, form }: { decision: Decision, isLast: boolean, form: Answer['can']['appealDecision'] | undefined }) {
  const { id, ground, reason, at, appeal, mayAppeal } = decision
  return (
    <Section title={titleOf(decision)} level={3}>
      <Facts facts={[
        ...ground ? [{ label: words.ground, value: fr.reasons[ground] ?? ground }] : [], { label: words.reason, value: reason },
        { label: words.at, value: <Time at={at} /> }, ...appeal ? [{ label: words.yours, value: appeal.words }] : [],
      ]} />
      {appeal && isLast && <p>{words.waiting}</p>}
      {mayAppeal && form && (
        <CommandForm form={form} fixed={{ decisionId: id }} submit={words.send} priority="secondary" labels={{ words: words.words }}>
          {(field) => <TextArea {...field('words')} label={words.words} hint={words.wordsHint} />}
        </CommandForm>
      )}
    </Section>
  )
}
