import type { LoaderFunctionArgs } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Button } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { endSession } from '../operations/end-session.ts'
import { listMySessions } from '../operations/list-my-sessions.ts'
import { showMe } from '../operations/show-me.ts'
import { signOutEverywhere } from '../operations/sign-out-everywhere.ts'
import { updateProfile } from '../operations/update-profile.ts'
import { fr } from './fr.ts'
import { ProfileForm } from './ProfileForm.tsx'
import { urls } from './routes.ts'
import { Sessions } from './Sessions.tsx'

export const loader = async (args: LoaderFunctionArgs) => {
  const [me, devices] = await Promise.all([answers(showMe)(args), answers(listMySessions)(args)])
  return { me, devices, now: new Date().toISOString() }
}
export const action = accepts({ updateProfile, endSession, signOutEverywhere }, { signOutEverywhere: () => urls.signIn() })

/** One's profile, addresses and devices. */
export default function ProfilePage() {
  const { me, devices, now } = useAnswer<typeof loader>()
  return (
    <Page title={fr.account.title} width="text">
      <Section title={fr.account.profile}><ProfileForm me={me} /></Section>
      <Section title={fr.account.addresses} lead={fr.account.addressesLead}>
        <ul>
          {me.addresses.map(({ email, isPrimary }) => (
            <li key={email}>{email} {isPrimary && me.addresses.length > 1 && <Badge>{fr.account.primary}</Badge>}</li>
          ))}
        </ul>
      </Section>
      <Section title={fr.account.sessions} lead={fr.account.sessionsLead}>
        <Sessions {...devices} now={now} timeZone={me.timeZone} />
        <form method="post" action={urls.signOut()}><Button type="submit" priority="secondary">{fr.account.signOut}</Button></form>
      </Section>
    </Page>
  )
}
