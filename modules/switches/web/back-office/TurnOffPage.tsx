import { Form } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Button } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { EmailField, TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, type Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { foreseeSwitch } from '../../operations/back-office/foresee-switch.ts'
import { turnOff } from '../../operations/back-office/turn-off.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { whom } from './said.tsx'

export const loader = answers(foreseeSwitch)
export const action = accepts({ turnOff }, { turnOff: () => urls.list() })

const words = fr.off
type Answer = Answered<typeof foreseeSwitch>

function Question({ foreseen, form }: { foreseen: NonNullable<Answer['foreseen']>, form: Exclude<Answer['can']['turnOff'], false> }) {
  const { feature, label, people, perimeter, organisationId, role, personId, holds, said, becomes } = foreseen
  return (
    <Section title={words.confirmTitle(label, whom(perimeter))}>
      <p role="status"><strong>{words.people(people)}</strong> {said ?? (holds ? words.holds : words.refuses)}</p>
      <CommandForm form={form} submit={words.submit} priority="danger" fixed={{ feature, organisationId, role,
        personId }} values={{ held: 'send' }}>
        {(field) => (
          <>
            <TextField {...field('reason')} label={words.reason} hint={words.reasonHint} />
            <TextArea {...field('words')} label={words.words} hint={words.wordsHint} />
            <TextField {...field('hours')} label={words.hours} hint={words.hoursHint} />
            {holds && <SelectField {...field('held')}
              label={becomes ? words.waited : words.held} choices={becomes ?? fr.becomes} empty={false} />}
          </>
        )}
      </CommandForm>
    </Section>
  )
}

/** Which feature, to whom, then how many people that is, why and until when. */
export default function TurnOffPage() {
  const { features, roles, asked, wrong, foreseen, can } = useAnswer<typeof loader>()
  const choices = Object.fromEntries(features.map(({ code, label }) => [code, label]))
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: words.home, href: urls.list() }]}>
      {wrong && <Alert kind="error" title={fr.refusals[wrong] ?? wrong} />}
      <Form method="get" action={urls.turnOff()} className="sl-form">
        <SelectField name="feature" label={words.feature} choices={choices} defaultValue={asked.feature} required />
        <TextField name="organisation" type="text" label={words.organisation} hint={words.organisationHint}
          defaultValue={asked.organisation} autoComplete="off" />
        <SelectField name="role" label={words.role} choices={roles} empty={words.anyRole} defaultValue={asked.role} />
        <EmailField name="person" type="email" label={words.person} hint={words.personHint}
          defaultValue={asked.person} autoComplete="off" />
        <Button type="submit" priority={foreseen ? 'secondary' : 'primary'}>{words.see}</Button>
      </Form>
      {foreseen && can.turnOff && <Question foreseen={foreseen} form={can.turnOff} />}
    </Page>
  )
}
