import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { ProviderButton, ProviderList } from '#design/ProviderButton.tsx'
import { Section } from '#design/Section.tsx'
import { urls } from './routes.ts'
import { fr } from './ways-fr.ts'

const words = fr.staff

/** Stands for a page that a role of the platform opens, for who holds it and entered otherwise. @param path the address of that page. */
export function ByProConnectPage({ path }: { path: string }) {
  return (
    <Page title={words.title} lead={words.lead} width="text">
      <p>{words.why}</p>
      <ProviderList><ProviderButton kind="proconnect" label="ProConnect" href={urls.provider('proconnect', path)} /></ProviderList>
      <Section title={words.first}>
        <p>{words.firstLead} <Link href={urls.identities()}>{words.ways}</Link></p>
      </Section>
    </Page>
  )
}
