import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { fr } from './fr.ts'

export const handle = { isPublic: true }

/** The statement that RGAA 4.1 asks for: what was checked, what was not, whom to tell. */
export default function AccessibilityPage() {
  const { title, lead, done, checks, limits, missing, contact, defender } = fr.accessibility
  return (
    <Page title={title} lead={lead} width="text">
      <Section title={done}><ul>{checks.map((check) => <li key={check}>{check}</li>)}</ul></Section>
      <Section title={limits}><ul>{missing.map((one) => <li key={one}>{one}</li>)}</ul></Section>
      <p>{contact} <a href="https://www.defenseurdesdroits.fr">{defender}</a></p>
    </Page>
  )
}
