import { useActionData } from 'react-router'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { askImpersonation } from '../../impersonation/back-office/ask-impersonation.ts'
import { openImpersonation } from '../../impersonation/back-office/open-impersonation.ts'
import { anonymisePerson } from '../../operations/back-office/anonymise-person.ts'
import { grantPlatformRole } from '../../operations/back-office/grant-platform-role.ts'
import { prepareMerge } from '../../operations/back-office/prepare-merge.ts'
import { restorePerson } from '../../operations/back-office/restore-person.ts'
import { showPerson } from '../../operations/back-office/show-person.ts'
import { suspendPerson } from '../../operations/back-office/suspend-person.ts'
import { withdrawPlatformRole } from '../../operations/back-office/withdraw-platform-role.ts'
import { fr } from './fr.ts'
import { Impersonations } from './Impersonations.tsx'
import { PersonActions, PlatformRoles } from './PersonActions.tsx'
import { PersonSheet } from './PersonSheet.tsx'
import { urls } from './routes.ts'
import { nameOf } from './said.tsx'

export const loader = answers(showPerson)
export const action = accepts({
  suspendPerson, restorePerson, anonymisePerson, grantPlatformRole, withdrawPlatformRole, prepareMerge, askImpersonation, openImpersonation,
}, { prepareMerge: ({ mergeId }) => urls.merge(mergeId) })

/** A person, as administrators know them, and what can be done. */
export default function PersonPage() {
  const person = useAnswer<typeof loader>()
  const done = useActionData() as { command?: string, answer?: { href: string } } | undefined
  const link = done?.command === 'openImpersonation' ? done.answer?.href : undefined
  return (
    <Page title={nameOf(person)} width="text" breadcrumb={[{ label: fr.find.title, href: urls.people() }]}>
      {link && <Impersonations person={person} link={link} />}
      <PersonSheet person={person} />
      <PlatformRoles person={person} />
      {!link && <Impersonations person={person} />}
      <PersonActions person={person} />
    </Page>
  )
}
