import { Fragment } from 'react'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showMail } from '../mailbox/show-mail.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showMail)

/** One mail, as text with its links; its HTML opens apart, in a sandbox. */
export default function MailPage() {
  const { id, from, to, subject, receivedAt, lines, hasHtml } = useAnswer<typeof loader>()
  return (
    <Page title={subject} width="text" breadcrumb={[{ label: fr.mailbox.title, href: urls.mailbox() }]}>
      <dl>
        <dt>{fr.mail.from}</dt><dd>{from}</dd>
        <dt>{fr.mail.to}</dt><dd>{to}</dd>
        <dt>{fr.mail.at}</dt><dd><Time at={receivedAt} /></dd>
      </dl>
      <Section title={fr.mail.content}>
        <p className="sl-break">
          {lines.map(({ text, href }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of a text that never changes
            <Fragment key={index}>{href ? <Link href={href}>{text}</Link> : text}<br /></Fragment>
          ))}
        </p>
      </Section>
      {hasHtml && <p><Link href={urls.mailContent(id)} target="_blank">{fr.mail.formatted}</Link></p>}
    </Page>
  )
}
