import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { closeOrganisationGroup } from '../../operations/back-office/close-organisation-group.ts'
import { createOrganisationGroup } from '../../operations/back-office/create-organisation-group.ts'
import { editOrganisationGroup } from '../../operations/back-office/edit-organisation-group.ts'
import { reopenOrganisationGroup } from '../../operations/back-office/reopen-organisation-group.ts'
import { showOrganisationSheet } from '../../operations/back-office/show-organisation-sheet.ts'
import { fr } from '../fr.ts'
import { Groups } from '../Groups.tsx'
import { fr as staff } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showOrganisationSheet)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.groups(organisationId ?? '')
export const action = accepts({ createOrganisationGroup, editOrganisationGroup, closeOrganisationGroup, reopenOrganisationGroup },
  { createOrganisationGroup: here, editOrganisationGroup: here, closeOrganisationGroup: here, reopenOrganisationGroup: here })

/** Groups of an organisation, for administrators, who may do all with them. */
export default function OrganisationGroupsPage() {
  const { organisationId, name, groups, can } = useAnswer<typeof loader>()
  const breadcrumb = [{ label: staff.list.title, href: urls.list() }, { label: name, href: urls.sheet(organisationId) }]
  return (
    <Page title={fr.groups.heading} documentTitle={fr.groups.title(name)} breadcrumb={breadcrumb}>
      <Groups organisationId={organisationId} groups={groups.map((group) => ({ ...group, mayClose: true }))} grantsWhole
        here={(asked) => urls.groups(organisationId, asked)} forms={{
          create: can.createOrganisationGroup, edit: can.editOrganisationGroup, close: can.closeOrganisationGroup, reopen: can.reopenOrganisationGroup,
        }} />
    </Page>
  )
}
