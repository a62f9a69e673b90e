import { Button } from '#design/Button.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { Tile } from '#design/Tile.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showSecondFactor } from '../../operations/back-office/show-second-factor.ts'
import { CodeField } from './CodeField.tsx'
import { fr } from './fr.ts'
import { PasskeyButton } from './Passkey.tsx'
import { Reason } from './Reason.tsx'
import { after, urls } from './routes.ts'

export const loader = answers(showSecondFactor, { input: ({ request }) => ({ returnTo: after(request.url) }) })

const words = fr.second

/** Between the two factors; at the first entry, the choice of the second one. */
export default function SecondFactorPage() {
  const { totp, passkey, recovery, returnTo } = useAnswer<typeof loader>()
  if (!totp && !passkey) return <FirstTime />
  return (
    <Page title={words.title} lead={words.lead} width="text">
      <Reason />
      {totp && (
        <Section title={words.totpTitle}>
          <form method="post" action={urls.showFactor()} className="sl-form" data-once="">
            <Hidden name="returnTo" value={returnTo} />
            <CodeField name="code" />
            <Button type="submit">{words.submit}</Button>
          </form>
        </Section>
      )}
      {passkey && (
        <Section title={words.passkeyTitle} lead={words.passkeyLead}>
          <form method="post" action={urls.showFactor()} className="sl-form">
            <Hidden name="returnTo" value={returnTo} />
            <PasskeyButton act="prove" ask={urls.askPasskey()} field="answer" label={words.passkey} priority={totp ? 'secondary' : 'primary'} />
          </form>
        </Section>
      )}
      <Section title={words.recoveryTitle}>
        {recovery && (
          <form method="post" action={urls.showFactor()} className="sl-form" data-once="">
            <Hidden name="returnTo" value={returnTo} />
            <TextField name="recoveryCode" label={words.recovery} hint={words.recoveryHint} autoComplete="off" spellCheck={false} required />
            <Button type="submit" priority="secondary">{words.recoverySubmit}</Button>
          </form>
        )}
        <p className="fr-mt-2w">{words.lost}</p>
      </Section>
      <form method="post" action={urls.signOut()}><Button type="submit" priority="quiet">{words.signOut}</Button></form>
    </Page>
  )
}

function FirstTime() {
  return (
    <Page title={words.none.title} lead={words.none.lead} width="text">
      <Reason />
      <Tile title={words.none.totp} href={urls.addTotp()} icon="fr-icon-account-circle-line" description={words.none.totpDetail} level={2} />
      <Tile title={words.none.passkey} href={urls.addPasskey()} icon="fr-icon-lock-line" description={words.none.passkeyDetail} level={2} />
      <form method="post" action={urls.signOut()}><Button type="submit" priority="quiet">{words.signOut}</Button></form>
    </Page>
  )
}
