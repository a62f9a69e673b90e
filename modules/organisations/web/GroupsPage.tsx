import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { closeGroup } from '../operations/close-group.ts'
import { createGroup } from '../operations/create-group.ts'
import { editGroup } from '../operations/edit-group.ts'
import { listGroups } from '../operations/list-groups.ts'
import { reopenGroup } from '../operations/reopen-group.ts'
import { fr } from './fr.ts'
import { Groups } from './Groups.tsx'
import { urls } from './routes.ts'
import { wayTo } from './said.tsx'

export const loader = answers(listGroups)
const here = (_: unknown, { organisationId }: { organisationId?: string }) => urls.groups(organisationId ?? '')
export const action = accepts({ createGroup, editGroup, closeGroup, reopenGroup },
  { createGroup: here, editGroup: here, closeGroup: here, reopenGroup: here })

/** Groups of an organisation, for those in charge of it or of a programme. */
export default function GroupsPage() {
  const { organisationId, name, groups, grantsWhole, can } = useAnswer<typeof loader>()
  return (
    <Page title={fr.groups.heading} documentTitle={fr.groups.title(name)} breadcrumb={wayTo(organisationId, name)}>
      <Groups organisationId={organisationId} groups={groups} grantsWhole={grantsWhole} here={(asked) => urls.groups(organisationId, asked)}
        peopleOf={(groupId) => urls.people(organisationId, { groupId })}
        forms={{ create: can.createGroup, edit: can.editGroup, close: can.closeGroup, reopen: can.reopenGroup }} />
    </Page>
  )
}
