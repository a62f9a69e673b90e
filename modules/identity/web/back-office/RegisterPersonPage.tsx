import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { EmailField, TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { findPeople } from '../../operations/back-office/find-people.ts'
import { registerPerson } from '../../operations/back-office/register-person.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(findPeople)
export const action = accepts({ registerPerson }, { registerPerson: ({ personId }) => urls.person(personId) })

const labels = { firstName: fr.register.firstName, lastName: fr.register.lastName, email: fr.register.email }

/** An account for somebody, and a mail that brings them in. */
export default function RegisterPersonPage() {
  const { can } = useAnswer<typeof loader>()
  return (
    <Page title={fr.register.title} lead={fr.register.lead} width="text" breadcrumb={[{ label: fr.find.title, href: urls.people() }]}>
      {can.registerPerson && (
        <CommandForm form={can.registerPerson} submit={fr.register.submit} labels={labels}>
          {(field) => (
            <>
              <TextField {...field('firstName')} label={labels.firstName} autoComplete="off" />
              <TextField {...field('lastName')} label={labels.lastName} autoComplete="off" />
              <EmailField {...field('email')} label={labels.email} autoComplete="off" />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
