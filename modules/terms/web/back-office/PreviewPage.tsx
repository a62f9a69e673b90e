import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Facts } from '#design/Facts.tsx'
import { Page } from '#design/Page.tsx'
import { Prose } from '#design/Prose.tsx'
import { Section } from '#design/Section.tsx'
import { CalendarDate } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { discardDraft } from '../../operations/back-office/discard-draft.ts'
import { publishTerms } from '../../operations/back-office/publish-terms.ts'
import { showDraft } from '../../operations/back-office/show-draft.ts'
import { fr as shown } from '../fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showDraft)
export const action = accepts({ publishTerms, discardDraft }, { publishTerms: () => urls.versions(), discardDraft: () => urls.versions() })

const words = fr.preview

/** The draft as people will read it, then what one does of it. */
export default function PreviewPage() {
  const { isBegun, isFirst, version, changes, appliesFrom, html, can } = useAnswer<typeof loader>()
  const crumbs = [{ label: fr.title, href: urls.versions() }]
  if (!isBegun) {
    return (
      <Page title={words.title} width="text" breadcrumb={crumbs}>
        <EmptyState title={words.none} action={<ButtonLink href={urls.draft()}>{fr.write}</ButtonLink>}><p>{words.noneHelp}</p></EmptyState>
      </Page>
    )
  }
  const { changed, first, changedLead, firstLead } = shown.asked
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={crumbs}>
      <Section title={isFirst ? first : changed} lead={isFirst ? firstLead : changedLead}>
        <Facts facts={[
          !isFirst && { label: shown.changes, value: changes }, { label: words.from, value: <CalendarDate date={appliesFrom} /> },
        ]} />
        <Prose html={html} />
      </Section>
      <Section title={words.publish} lead={words.warning}>
        {can.publishTerms && <CommandForm form={can.publishTerms} submit={words.publish} fixed={{ _version: version }}
          beside={<ButtonLink href={urls.draft()} priority="secondary">{words.edit}</ButtonLink>} />}
      </Section>
      <Section title={words.discard} lead={words.discardLead}>
        {can.discardDraft
          && <CommandForm form={can.discardDraft} submit={words.discard} fixed={{ _version: version }} priority="tertiary" />}
      </Section>
    </Page>
  )
}
