import { Button } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listRights } from '../../operations/back-office/list-rights.ts'
import { actionName, heldName } from '../actions.fr.ts'
import { fr as common } from '../fr.ts'
import { RightsTable } from '../RightsTable.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listRights)
const words = fr.rights

/** What each role opens, on the whole platform. What one person may is reached from their own page. */
export default function RightsPage() {
  const { roles, everybody, operations } = useAnswer<typeof loader>()
  const choices = Object.fromEntries(operations.map((name) => [name, actionName(name)] as const).toSorted(([, a], [, b]) => a.localeCompare(b, 'fr')))
  return (
    <Page title={words.title} lead={words.lead}>
      <Section title={words.operation}>
        <form method="get" action={urls.operation()} className="sl-form sl-form--inline">
          <SelectField name="operation" label={words.choose} choices={choices} required />
          <Button type="submit" priority="secondary">{words.ask}</Button>
        </form>
      </Section>
      <Section title={words.byRole}>
        {roles.map((held) => (
          <Section key={heldName(held)} title={heldName(held)} level={3}>
            <RightsTable rights={held.rights} caption={heldName(held)} empty={common.rights.nothing} whoMay={urls.operation} />
          </Section>
        ))}
      </Section>
      <Section title={common.rights.everybody}>
        <RightsTable rights={everybody} caption={common.rights.everybody} empty={common.rights.nothingYet} whoMay={urls.operation} />
      </Section>
    </Page>
  )
}
