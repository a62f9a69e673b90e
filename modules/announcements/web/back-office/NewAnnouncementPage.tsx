import { Form, type LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Button } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { roleNames } from '#modules/switches/api.ts'
import { foreseeAnnouncement } from '../../operations/back-office/foresee-announcement.ts'
import { publishAnnouncement } from '../../operations/back-office/publish-announcement.ts'
import { fr as common } from '../fr.ts'
import { WritingFields } from '../WritingFields.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answers(foreseeAnnouncement)(args), roles: roleNames() })
export const action = accepts({ publishAnnouncement }, { publishAnnouncement: () => urls.list() })

const words = fr.create
const sentences = { ...common.refusals, ...fr.refusals }

/** To whom, how many that is, then what. */
export default function NewAnnouncementPage() {
  const { asked, people, wrong, roles, groups, can } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}>
      {wrong && <Alert kind="error" title={sentences[wrong] ?? wrong} />}
      <Section title={common.organisation.whom}>
        <Form method="get" action={urls.create()} className="sl-form">
          <TextField name="organisation" type="text" label={words.organisation} hint={words.organisationHint}
            defaultValue={asked.organisation} autoComplete="off" />
          <SelectField name="role" label={words.role} choices={roles} empty={words.anyRole} defaultValue={asked.role} />
          {groups.length > 0 && <SelectField name="group" label={words.group} empty={words.anyGroup} defaultValue={asked.group}
            choices={Object.fromEntries(groups.map(({ id, name }) => [id, name]))} />}
          <TextArea name="people" label={words.people} hint={words.peopleHint} defaultValue={asked.people} />
          <Button type="submit" priority="secondary">{words.see}</Button>
        </Form>
        {people !== null && <p role="status"><strong>{common.write.reach(people)}</strong></p>}
      </Section>
      {people !== null && can.publishAnnouncement && (
        <Section title={common.organisation.write}>
          <CommandForm form={can.publishAnnouncement} submit={common.write.publish} fixed={{ ...asked }} values={{ time: '08:00' }}>
            {(field) => <WritingFields field={field} />}
          </CommandForm>
        </Section>
      )}
    </Page>
  )
}
