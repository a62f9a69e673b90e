import { Form, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Button } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { roleNames } from '#modules/switches/api.ts'
import { listOrganisationAnnouncements } from '../operations/list-organisation-announcements.ts'
import { publishInOrganisation } from '../operations/publish-in-organisation.ts'
import { recallInOrganisation } from '../operations/recall-in-organisation.ts'
import { AnnouncementTable } from './AnnouncementTable.tsx'
import { fr } from './fr.ts'
import { urls } from './routes.ts'
import { WritingFields } from './WritingFields.tsx'

export const loader = async (args: LoaderFunctionArgs) => ({
  ...await answers(listOrganisationAnnouncements)(args), now: new Date().toISOString(), roles: roleNames(),
    recall: formOf('recallInOrganisation', recallInOrganisation),
})
const list = (_: unknown, { organisationId }: { organisationId?: string }) => urls.organisation(organisationId ?? '')
export const action = accepts({ publishInOrganisation, recallInOrganisation }, { publishInOrganisation: list, recallInOrganisation: list })

const words = fr.organisation

/** An organisation tells its people something: to whom, how many that is, what; then what it told. */
export default function OrganisationAnnouncementsPage() {
  const { organisation, announcements, groups, reach, next, can, now, roles, recall } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  return (
    <Page title={words.title} lead={words.lead(organisation.name)}>
      <Section title={words.whom}>
        <Form method="get" action={urls.organisation(organisation.id)} className="sl-form sl-form--inline">
          <SelectField name="role" label={words.role} choices={roles} empty={words.anyRole} defaultValue={reach.role ?? ''} />
          {groups.length > 0 && <SelectField name="groupId" label={words.group} empty={words.anyGroup} defaultValue={reach.groupId ?? ''}
            choices={Object.fromEntries(groups.map(({ id, name }) => [id, name]))} />}
          <div className="sl-form__end"><Button type="submit" priority="secondary">{words.see}</Button></div>
        </Form>
        <p role="status"><strong>{fr.write.reach(reach.people)}</strong></p>
      </Section>
      {can.publishInOrganisation && (
        <Section title={words.write}>
          <CommandForm form={can.publishInOrganisation} submit={fr.write.publish} fixed={{ role: reach.role,
            groupId: reach.groupId }} values={{ time: '08:00' }}>
            {(field) => <WritingFields field={field} />}
          </CommandForm>
        </Section>
      )}
      <Section title={words.past}>
        <AnnouncementTable rows={announcements} roles={roles} now={now} asked={params.get('recall')} form={can.publishInOrganisation
          ? recall : false}
          recallUrl={(id) => urls.organisation(organisation.id, { recall: id })} back={urls.organisation(organisation.id)} />
        {next && <Pagination next={urls.organisation(organisation.id, { before: next })} label={fr.list.older} />}
      </Section>
    </Page>
  )
}
