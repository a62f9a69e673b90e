import { ProviderButton, ProviderList } from '#design/ProviderButton.tsx'
import { Section } from '#design/Section.tsx'
import { urls } from './routes.ts'
import { fr } from './ways-fr.ts'

type Provider = { key: string, label: string, kind: 'franceconnect' | 'proconnect' | 'establishment' }

/** The services of the settings: those of the State with what they are for, then the establishments. */
export function ProviderChoice({ providers, returnTo }: { providers: readonly Provider[], returnTo: string }) {
  const has = (kind: Provider['kind']) => providers.some((one) => one.kind === kind)
  const state = providers.filter(({ kind }) => kind !== 'establishment')
  const establishments = providers.filter(({ kind }) => kind === 'establishment')
  return (
    <Section title={fr.providers.title}>
      {has('franceconnect') && <p>{fr.providers.citizen}</p>}
      {has('proconnect') && <p>{fr.providers.agent}</p>}
      {state.length > 0 && <ProviderList>{state.map(buttonTo(returnTo))}</ProviderList>}
      {state.length > 0 && establishments.length > 0 && <p>{fr.providers.establishments}</p>}
      {establishments.length > 0 && <ProviderList>{establishments.map(buttonTo(returnTo))}</ProviderList>}
    </Section>
  )
}

const buttonTo = (returnTo: string) => ({ key, label, kind }: Provider) =>
  <ProviderButton key={key} kind={kind} label={label} href={urls.provider(key, returnTo)} />
