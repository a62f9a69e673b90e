import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { EmailField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createOrganisation } from '../../operations/back-office/create-organisation.ts'
import { findOrganisations } from '../../operations/back-office/find-organisations.ts'
import { fr } from './fr.ts'
import { labels, OrganisationFields } from './OrganisationFields.tsx'
import { urls } from './routes.ts'

export const loader = answers(findOrganisations)
export const action = accepts({ createOrganisation }, { createOrganisation: ({ organisationId }) => urls.sheet(organisationId) })

/** A new organisation, and an invitation for whoever will administer it. */
export default function NewOrganisationPage() {
  const { can } = useAnswer<typeof loader>()
  return (
    <Page title={fr.create.title} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}>
      {can.createOrganisation && (
        <CommandForm form={can.createOrganisation} submit={fr.create.submit} labels={{ ...labels, administrator: fr.fields.administrator }}
          values={{ timeZone: 'Europe/Paris' }}>
          {(field) => (
            <>
              <OrganisationFields field={field} />
              <EmailField {...field('administrator')} label={fr.fields.administrator} hint={fr.fields.administratorHint}
                autoComplete="off" />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
