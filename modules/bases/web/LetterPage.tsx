import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { chooseLetter } from '../operations/choose-letter.ts'
import { showLetter } from '../operations/show-letter.ts'
import { spaced } from '../typography.ts'
import { answersPerson } from './answers-to.ts'
import { fr } from './letter.fr.ts'
import { fr as welcome } from './welcome.fr.ts'
import { urls } from './routes.ts'

export const loader = answersPerson(showLetter)
export const action = accepts({ chooseLetter })

const { preview: words } = fr

/** The letter as it would leave now: its subject, its words, its links. */
export default function LetterPage() {
  const { count, lines, month, agreedAt, leavesOn, can } = useAnswer<typeof loader>()
  const letter = fr.mail({ month, count })
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: welcome.preferences.title, href: urls.preferences() }]}>
      <p>{agreedAt === null ? words.not : words.leaves(leavesOn)}</p>
      {can.chooseLetter && <CommandForm form={can.chooseLetter} inline priority="secondary" fixed={{ agreed: String(agreedAt === null) }}
        submit={agreedAt === null ? fr.choose.yes : fr.choose.no} />}
      {count === 0 ? <EmptyState title={words.nothing} /> : (
        <Section title={letter.title} lead={<>{words.subject} : {letter.subject}</>}>
          {letter.paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
          <ul>{lines.map((line) => <li key={line.slug}><Link href={urls.resource(line.slug)}>{spaced(line.title)}</Link>
            <span className="fr-hint-text">{fr.because(line)}</span></li>)}</ul>
        </Section>
      )}
    </Page>
  )
}
