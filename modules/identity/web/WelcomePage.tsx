import { redirect, type LoaderFunctionArgs } from 'react-router'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { completeProfile } from '../operations/complete-profile.ts'
import { showMe } from '../operations/show-me.ts'
import { afterWelcome } from '../after-welcome.ts'
import { pathOr } from '../return-to.ts'
import { fr } from './fr.ts'
import { after, urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const me = await answers(showMe)(args)
  if (me.firstName) throw redirect(urls.account(), 303)
  return { ...me, returnTo: pathOr(after(args.request.url)) }
}
export const action = accepts({ completeProfile }, { completeProfile: ({ returnTo }) => afterWelcome(returnTo) })

/** The first time: a name, then on to where one was going. */
export default function WelcomePage() {
  const { can, returnTo } = useAnswer<typeof loader>()
  const labels = { firstName: fr.welcome.firstName, lastName: fr.welcome.lastName }
  return (
    <Page title={fr.welcome.title} lead={fr.welcome.lead} width="text">
      {can.completeProfile && (
        <CommandForm form={can.completeProfile} submit={fr.welcome.submit} fixed={{ returnTo }} refusals={fr.refusals} labels={labels}>
          {(field) => (
            <>
              <TextField {...field('firstName')} label={labels.firstName} autoComplete="given-name" />
              <TextField {...field('lastName')} label={labels.lastName} autoComplete="family-name" />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
