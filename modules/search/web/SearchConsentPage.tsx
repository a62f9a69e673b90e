import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Table } from '#design/Table.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { setSearchConsent } from '../operations/set-search-consent.ts'
import { showSearchConsent } from '../operations/show-search-consent.ts'
import { fr } from './fr.ts'

export const loader = answers(showSearchConsent)
export const action = accepts({ setSearchConsent })

const when = ({ at }: { at: string }) => <Time at={at} />

export default function SearchConsentPage() {
  const { agreedAt, searches, can } = useAnswer<typeof loader>()
  const words = fr.consent
  return (
    <Page title={words.title} lead={words.lead} width="text">
      {can.setSearchConsent && (
        <CommandForm form={can.setSearchConsent} submit={words.save}>
          {(field) => <CheckboxField {...field('agreed')} label={words.question} hint={words.hint} defaultValue={agreedAt === null ? undefined : 'on'} />}
        </CommandForm>
      )}
      <Section title={words.kept}>
        <Table rows={searches} rowKey={({ id }) => id} caption={words.caption} captionHidden empty={words.none} columns={{
          [words.columns.words]: (one) => one.words || words.filtersOnly, [words.columns.at]: when,
          [words.columns.total]: ({ total }) => words.results(total),
        }} />
      </Section>
    </Page>
  )
}
