import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showRightsOf } from '../operations/show-rights-of.ts'
import { heldRoleName } from './actions.fr.ts'
import { fr } from './fr.ts'
import { RightsTable } from './RightsTable.tsx'
import { urls } from './routes.ts'

export const loader = answers(showRightsOf)
const words = fr.rights

/** What one person may do in an organisation. */
export default function PersonRightsPage() {
  const { organisationId, organisation, name, roles, rights, everybody } = useAnswer<typeof loader>()
  const whoMay = (operation: string) => urls.holders(organisationId, operation)
  return (
    <Page title={words.ofTitle(name ?? words.somebody, organisation)} lead={words.outside}>
      <Section title={words.rolesHeld}><ul>{roles.map((held) => <li key={heldRoleName(held)}>{heldRoleName(held)}</li>)}</ul></Section>
      <Section title={words.opened}>
        {rights.length === 0 ? <p>{words.nothing}</p>
          : <RightsTable rights={rights} caption={words.opened} empty={words.nothing} whoMay={whoMay} />}
      </Section>
      <Section title={words.everybody}>
        <RightsTable rights={everybody} caption={words.everybody} empty={words.nothingYet} whoMay={whoMay} />
      </Section>
      <p><ButtonLink href={urls.rights(organisationId)} priority="secondary">{words.back}</ButtonLink></p>
    </Page>
  )
}
