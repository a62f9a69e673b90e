import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmForm } from '#design/ConfirmButton.tsx'
import { Page } from '#design/Page.tsx'
import { ProviderButton, ProviderList } from '#design/ProviderButton.tsx'
import { Section } from '#design/Section.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listMyIdentities } from '../operations/list-my-identities.ts'
import { registerPasskey } from '../operations/register-passkey.ts'
import { removePasskey } from '../operations/remove-passkey.ts'
import { renamePasskey } from '../operations/rename-passkey.ts'
import { requestAddressProof } from '../operations/request-address-proof.ts'
import { unlinkIdentity } from '../operations/unlink-identity.ts'
import { listAnnouncedAddresses } from '../reconciliation/list-announced-addresses.ts'
import { proveAnnouncedAddress } from '../reconciliation/prove-announced-address.ts'
import { Announced } from './Announced.tsx'
import { formRefusals, Identities, Passkeys } from './Ways.tsx'
import { urls } from './routes.ts'
import { fr } from './ways-fr.ts'

const words = fr.identities
const here = () => urls.identities()

export const loader = async (args: LoaderFunctionArgs) => {
  const [ways, announced] = await Promise.all([answers(listMyIdentities)(args), answers(listAnnouncedAddresses)(args)])
  return { ...ways, announced, now: new Date().toISOString() }
}
export const action = accepts(
  { unlinkIdentity, registerPasskey, renamePasskey, removePasskey, requestAddressProof, proveAnnouncedAddress },
  { unlinkIdentity: here, registerPasskey: here, renamePasskey: here, removePasskey: here },
)

/** Every way into one's account: add one, take one back, never the last. */
export default function IdentitiesPage() {
  const ways = useAnswer<typeof loader>()
  const { addresses, identities, passkeys, can } = ways
  // One has one civil identity; one may have several establishments.
  const providers = ways.providers.filter(({ key, kind }) => kind !== 'franceconnect'
    || !identities.some(({ provider }) => provider === key))
  const proConnect = ways.providers.find(({ key, kind }) => kind === 'proconnect' && identities.some(({ provider }) => provider === key))
  const [query] = useSearchParams()
  const identity = identities.find(({ id }) => id === query.get('delier'))
  const passkey = passkeys.find(({ id }) => id === query.get('retirer'))
  const breadcrumb = [{ label: words.account, href: urls.account() }]
  if (identity && can.unlinkIdentity) return (
    <Page title={words.unlinkTitle(identity.providerLabel)} width="text" breadcrumb={breadcrumb}>
      <ConfirmForm form={can.unlinkIdentity} label={words.unlink(identity.providerLabel)} title={words.unlinkTitle(identity.providerLabel)}
        back={urls.identities()}
        fixed={{ identityId: identity.id }} refusals={formRefusals}><p>{words.unlinkWhat}</p></ConfirmForm>
    </Page>
  )
  if (passkey && can.removePasskey) return (
    <Page title={words.removeTitle(passkey.name)} width="text" breadcrumb={breadcrumb}>
      <ConfirmForm form={can.removePasskey} label={words.remove} title={words.removeTitle(passkey.name)} back={urls.identities()}
        fixed={{ passkeyId: passkey.id }} refusals={formRefusals}><p>{words.removeWhat}</p></ConfirmForm>
    </Page>
  )
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={breadcrumb}>
      {ways.isWithheld && (
        <Alert kind="info">
          <p>{fr.staff.beside}</p>
          {!proConnect ? <p>{fr.staff.link}</p>
            : <ButtonLink href={urls.provider(proConnect.key, urls.identities())} priority="secondary">{fr.staff.enter}</ButtonLink>}
        </Alert>
      )}
      <Announced {...ways.announced} />
      <Section title={words.addresses}>
        {addresses.length === 0 ? <p>{words.noAddress}</p> : (
          <ul>
            {addresses.map(({ email, isProved }) => (
              <li key={email}>{email} {!isProved && <Badge kind="warning">{words.unproved}</Badge>}
                {!isProved && can.requestAddressProof && (
                  <CommandForm form={can.requestAddressProof} submit={words.askProof} fixed={{ email }} refusals={formRefusals}
                    priority="tertiary" size="sm" inline />
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {(providers.length > 0 || identities.length > 0) && (
        <Section title={words.linked} lead={words.linkedLead}>
          <Identities {...ways} />
          {providers.length > 0 && (
            <>
              <h3>{words.linkMore}</h3>
              <ProviderList>
                {providers.map(({ key, kind, label }) => (
                  <ProviderButton key={key} kind={kind} label={words.linkWith(label)} href={urls.linkWith(key)} />
                ))}
              </ProviderList>
            </>
          )}
        </Section>
      )}
      <Section title={words.passkeys} lead={words.passkeysLead}><Passkeys {...ways} /></Section>
    </Page>
  )
}
