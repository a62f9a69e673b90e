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
import { setPortrait } from '../operations/set-portrait.ts'
import { showMe } from '../operations/show-me.ts'
import { signOutEverywhere } from '../operations/sign-out-everywhere.ts'
import { updateProfile } from '../operations/update-profile.ts'
import { listAnnouncedAddresses } from '../reconciliation/list-announced-addresses.ts'
import { fr as acting } from './acting-fr.ts'
import { fr } from './fr.ts'
import { PortraitForm } from './PortraitForm.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { fr as reconciliation } from './reconciliation.fr.ts'
import { urls } from './routes.ts'
import { Sessions } from './Sessions.tsx'
import { fr as ways } from './ways-fr.ts'

export const loader = async (args: LoaderFunctionArgs) => {
  const [me, devices, { impersonations }, { announced }] = await Promise.all([answers(showMe)(args), answers(listMySessions)(args),
    answers(listMyImpersonations)(args), answers(listAnnouncedAddresses)(args)])
  const requests = impersonations.filter(({ state }) => state === 'asked' || state === 'accepted')
  return { me, devices, requests, announced, now: new Date().toISOString() }
}
export const action = accepts({ updateProfile, setPortrait, endSession, signOutEverywhere }, { signOutEverywhere: () => urls.signIn() })

/** One's profile, addresses and devices. */
export default function ProfilePage() {
  const { me, devices, requests, announced, now } = useAnswer<typeof loader>()
  return (
    <Page title={fr.account.title} width="text">
      {announced.map(({ reconciliationId, oldEmail, newEmail }) => (
        <Alert key={reconciliationId} title={reconciliation.mine.title} level={2}>
          <p>{reconciliation.mine.what(oldEmail, newEmail)} <Link href={urls.identities()}>{reconciliation.mine.see}</Link></p>
        </Alert>
      ))}
      {requests.map(({ id, by, state }) => (
        <Alert key={id} kind={state === 'asked' ? 'warning' : 'info'} level={2}
          title={(state === 'asked' ? acting.asks : acting.acts)(by ?? acting.someone)}>
          <p><Link href={urls.acting()}>{acting.link}</Link></p>
        </Alert>
      ))}
      <Section title={fr.account.profile}><ProfileForm me={me} /></Section>
      {me.can.setPortrait && <Section title={fr.account.portrait.title}><PortraitForm form={me.can.setPortrait} fileId={me.portraitFileId} /></Section>}
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
