import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showPersonRights } from '../../operations/back-office/show-person-rights.ts'
import { heldName } from '../actions.fr.ts'
import { RightsTable } from '../RightsTable.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showPersonRights)
const words = fr.rights

/** What one person may do, by every role that they hold. */
export default function PersonRightsPage() {
  const { name, grants, rights } = useAnswer<typeof loader>()
  return (
    <Page title={words.ofTitle(name ?? words.somebody)}>
      <Section title={words.roles}>
        {grants.length === 0 ? <p>{words.noRole}</p>
          : <ul>{grants.map((held) => <li key={`${heldName(held)} ${held.id}`}>{heldName(held)} {held.id && <code>{held.id}</code>}</li>)}</ul>}
      </Section>
      <Section title={words.rights}><RightsTable rights={rights} caption={words.rights} empty={words.noRole} whoMay={urls.operation} /></Section>
      <p><ButtonLink href={urls.rights()} priority="secondary">{words.title}</ButtonLink></p>
    </Page>
  )
}
