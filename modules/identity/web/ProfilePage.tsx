import type { LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { Button, ButtonLink } from '#design/Button.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { endSession } from '../operations/end-session.ts'
import { listMyImpersonations } from '../impersonation/list-my-impersonations.ts'
import { listMySessions } from '../operations/list-my-sessions.ts'
import { showMe } from '../operations/show-me.ts'
import { signOutEverywhere } from '../operations/sign-out-everywhere.ts'
import { updateProfile } from '../operations/update-profile.ts'
import { fr as acting } from './acting-fr.ts'
import { fr } from './fr.ts'
import { ProfileForm } from './ProfileForm.tsx'
import { urls } from './routes.ts'
import { Sessions } from './Sessions.tsx'
import { fr as ways } from './ways-fr.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const [me, devices, { impersonations }] = await Promise.all([answers(showMe)(args), answers(listMySessions)(args),
    answers(listMyImpersonations)(args)])
  const requests = impersonations.filter(({ state }) => state === 'asked' || state === 'accepted')
  return { me, devices, requests, now: new Date().toISOString() }
}
export const action = accepts({ updateProfile, endSession, signOutEverywhere }, { signOutEverywhere: () => urls.signIn() })

/** One's profile, addresses and devices. */
export default function ProfilePage() {
  const { me, devices, requests, now } = useAnswer<typeof loader>()
  return (
    <Page title={fr.account.title} width="text">
      {requests.map(({ id, by, state }) => (
        <Alert key={id} kind={state === 'asked' ? 'warning' : 'info'} level={2}
          title={(state === 'asked' ? acting.asks : acting.acts)(by ?? acting.someone)}>
          <p><Link href={urls.acting()}>{acting.link}</Link></p>
        </Alert>
      ))}
      <Section title={fr.account.profile}><ProfileForm me={me} /></Section>
      <Section title={fr.account.addresses} lead={fr.account.addressesLead}
        actions={<ButtonLink href={urls.identities()} priority="secondary">{ways.identities.title}</ButtonLink>}>
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
