import { CommandForm } from '#design/CommandForm.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { acknowledgeAnnouncement } from '../operations/acknowledge-announcement.ts'
import { showAnnouncement } from '../operations/show-announcement.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showAnnouncement)
export const action = accepts({ acknowledgeAnnouncement })

const words = fr.one

/** Two paragraphs may say the same. */
const paragraphsOf = (body: string) => body.split(/\n{2,}/).map((said, at) => ({ key: `${at} ${said}`, words: said }))

/** One announcement, and the confirmation that it asks for. */
export default function AnnouncementPage() {
  const { title, body, at: received, endsAt, organisation, asksAcknowledgement, acknowledgedAt, can } = useAnswer<typeof loader>()
  return (
    <Page title={title} width="text" lead={words.from(organisation)} breadcrumb={[{ label: fr.mine.title, href: urls.mine() }]}>
      {paragraphsOf(body).map(({ key, words: said }) => <p key={key}>{said}</p>)}
      <Facts facts={[
        { label: words.at, value: <Time at={received} /> }, endsAt !== null && { label: words.until, value: <Time at={endsAt} /> },
        acknowledgedAt !== null && { label: words.acknowledged, value: <Time at={acknowledgedAt} /> },
      ]} />
      {asksAcknowledgement && acknowledgedAt === null && can.acknowledgeAnnouncement && (
        <Section title={words.asks}><CommandForm form={can.acknowledgeAnnouncement} submit={words.acknowledge} /></Section>
      )}
    </Page>
  )
}
