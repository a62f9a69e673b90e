import { CalendarDate, Time } from '#design/Time.tsx'
import { Facts } from '#design/Facts.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Prose } from '#design/Prose.tsx'
import { Section } from '#design/Section.tsx'
import { calendarDate } from '#design/moment.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showTerms } from '../operations/show-terms.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showTerms, { input: ({ params: { number } }) => number === undefined ? {} : { number: Number(number) } })
export const handle = { isPublic: true }

/** The terms of use, for everybody: those of today, or of another version. */
export default function TermsPage() {
  const { number, appliesFrom, changes, html, state, acceptedAt, versions } = useAnswer<typeof loader>()
  const name = fr.version(number)
  return (
    <Page title={fr.title} documentTitle={`${fr.title}, ${name}`} lead={`${name}. ${fr.states[state]}`} width="text">
      <Facts facts={[
        { label: fr.from, value: <CalendarDate date={appliesFrom} /> }, number > 1 && { label: fr.changes, value: changes },
        acceptedAt !== null && { label: fr.accepted, value: <Time at={acceptedAt} /> },
      ]} />
      <Section title={fr.text}><Prose html={html} /></Section>
      {versions.length > 1 && (
        <Section title={fr.versions}>
          <ul>
            {versions.map((one) => (
              <li key={one.number}>
                <Link href={urls.terms(one.number)} aria-current={one.number === number ? 'page' : undefined}>
                  {fr.line(one.number, calendarDate(one.appliesFrom))}
                </Link>{one.isInForce && ` (${fr.current})`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
