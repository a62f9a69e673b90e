import { Alert } from '#design/Alert.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { UrlField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { urls as moderation } from '#modules/moderation/web/routes.ts'
import { showSharedProfile } from '../operations/show-shared-profile.ts'
import { updateSharedProfile } from '../operations/update-shared-profile.ts'
import { answersPerson } from './answers-to.ts'
import { fr } from './profile.fr.ts'
import { reported as moderated } from './reported.fr.ts'
import { urls } from './routes.ts'

export const loader = answersPerson(showSharedProfile)
export const action = accepts({ updateSharedProfile })

const { shared: words, links } = fr
const kinds = ['website', 'linkedin', 'facebook', 'twitter'] as const

/** The links and the address that one's profile shows. */
export default function SharedProfilePage() {
  const { personId, email, emailIsPublic, withheld, can, ...shown } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text"
      breadcrumb={[{ label: words.me, href: urls.profile(personId) }]} actions={<ButtonLink href={urls.profile(personId)}
      priority="secondary">{words.see}</ButtonLink>}>
      {withheld && <Alert kind="warning"><p>{moderated.profileHeld[withheld]}</p><p><Link
        href={moderation.mine()}>{moderated.why}</Link></p></Alert>}
      {can.updateSharedProfile && (
        <CommandForm form={can.updateSharedProfile} submit={words.save} labels={links} values={{ ...shown, emailIsPublic }}>
          {(field) => (
            <>
              {kinds.map((kind) => <UrlField key={kind} {...field(kind)} type="url" required={false} label={links[kind]}
                hint={words.hint} />)}
              {email && <CheckboxField {...field('emailIsPublic')} required={false} label={words.emailIsPublic(email)}
                hint={words.emailHint} />}
            </>
          )}
        </CommandForm>
      )}
      <p className="fr-mt-4w"><Link href={identity.account()}>{words.account}</Link></p>
    </Page>
  )
}
