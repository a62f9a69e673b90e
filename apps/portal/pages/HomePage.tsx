import { Page } from '#design/Page.tsx'
import { fr } from './fr.ts'

export const handle = { isPublic: true }

export default function HomePage() {
  return <Page title={fr.home.title} lead={fr.home.lead}><p>{fr.home.explain}</p></Page>
}
