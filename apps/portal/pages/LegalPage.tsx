import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { useAnswerAround } from '#kernel/page/use-answer.ts'
import type { loader } from '../root.tsx'
import { fr } from './fr.ts'

export const handle = { isPublic: true }

export default function LegalPage() {
  const frame = useAnswerAround<typeof loader>('root')
  const { title, lead, publisher, publisherText, cookies, cookiesText, data, dataText, licence, licenceText } = fr.legal
  return (
    <Page title={title} lead={lead} width="text">
      <Section title={publisher}><p>{publisherText(frame?.site.name ?? '')}</p></Section>
      <Section title={cookies}><p>{cookiesText}</p></Section>
      <Section title={data}><p>{dataText}</p></Section>
      <Section title={licence}><p>{licenceText}</p></Section>
    </Page>
  )
}
