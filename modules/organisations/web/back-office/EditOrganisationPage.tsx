import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showOrganisationSheet } from '../../operations/back-office/show-organisation-sheet.ts'
import { updateOrganisation } from '../../operations/back-office/update-organisation.ts'
import { fr } from './fr.ts'
import { labels, OrganisationFields } from './OrganisationFields.tsx'
import { urls } from './routes.ts'

export const loader = answers(showOrganisationSheet)
export const action = accepts({ updateOrganisation }, { updateOrganisation: (_, { organisationId }) => urls.sheet(organisationId ?? '') })

export default function EditOrganisationPage() {
  const { organisationId, name, kind, siret, uai, parent, timeZone, version, can } = useAnswer<typeof loader>()
  const back = urls.sheet(organisationId)
  return (
    <Page title={fr.edit.title(name)} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }, { label: name, href: back }]}>
      {can.updateOrganisation && (
        <CommandForm form={can.updateOrganisation} submit={fr.edit.submit} labels={labels} fixed={{ organisationId, _version: version }}
          values={{ name, kind, siret, uai, parent: parent?.number, timeZone }}
            beside={<ButtonLink href={back} priority="tertiary">{fr.cancel}</ButtonLink>}>
          {(field) => <OrganisationFields field={field} />}
        </CommandForm>
      )}
    </Page>
  )
}
