import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { PasskeyEntry } from '#design/PasskeyButton.tsx'
import { ProviderButton, ProviderList } from '#design/ProviderButton.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { requestProofLink } from '../proof/request-proof-link.ts'
import { showProof } from '../proof/show-proof.ts'
import { fr as words } from './fr.ts'
import { fr } from './proof-fr.ts'
import { after, urls } from './routes.ts'

export const loader = answers(showProof, { input: ({ request }) => ({ returnTo: after(request.url) }) })
export const action = accepts({ requestProofLink })

/** One proves again who one is, by any of one's own ways in, then goes back to where one was. */
export default function ProofPage() {
  const { returnTo, hasPasskey, addresses, providers, can } = useAnswer<typeof loader>()
  const [query] = useSearchParams()
  const reason = query.get('echec') ?? ''
  const failed = Object.hasOwn(fr.failed, reason) ? fr.failed[reason] : undefined
  const choices = Object.fromEntries(addresses.map((email) => [email, email]))
  const nothing = !hasPasskey && addresses.length === 0 && providers.length === 0
  return (
    <Page title={fr.title} lead={fr.lead} width="text">
      {failed && <Alert kind="error">{failed}</Alert>}
      {nothing && <p>{fr.none}</p>}
      {hasPasskey && (
        <PasskeyEntry options={urls.proofPasskeyOptions()} action={urls.proveByPasskey()} fixed={{ returnTo }}>{fr.byPasskey}</PasskeyEntry>
      )}
      {addresses.length > 0 && can.requestProofLink && (
        <Section title={fr.byLink}>
          <CommandForm form={can.requestProofLink} submit={fr.send} fixed={{ returnTo }} values={{ email: addresses[0]! }}
            refusals={words.refusals} labels={{ email: fr.address }}>
            {(field) => <SelectField {...field('email')} label={fr.address} choices={choices} empty={false} />}
          </CommandForm>
        </Section>
      )}
      {providers.length > 0 && (
        <Section title={fr.byProvider} lead={fr.byProviderLead}>
          <ProviderList>
            {providers.map(({ key, kind, label }) => (
              <ProviderButton key={key} kind={kind} label={fr.with(label)} href={urls.proveWith(key, returnTo)} />
            ))}
          </ProviderList>
        </Section>
      )}
    </Page>
  )
}
