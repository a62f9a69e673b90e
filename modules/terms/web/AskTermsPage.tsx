import { Button, ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Prose } from '#design/Prose.tsx'
import { Section } from '#design/Section.tsx'
import { CalendarDate } from '#design/Time.tsx'
import type { KeptForm } from '#modules/identity/api.ts'
import { UnseenFields, WrittenFields } from '#modules/identity/web/parts.tsx'
import { urls as identity } from '#modules/identity/web/routes.ts'
import { urls as privacy } from '#modules/privacy/web/routes.ts'
import type { DueTerms } from '../due.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

const words = fr.asked

/**
 * Stands in the place of a page until the terms are accepted: what changed, the text, and under it the answer.
 * @param form what was on its way: it leaves with the answer. @param here the address asked for, to which one goes on.
 */
export function AskTermsPage({ number, changes, appliesFrom, html, isNew, form, here }: DueTerms & { form?: KeptForm, here: string }) {
  return (
    <Page title={isNew ? words.changed : words.first} lead={isNew ? words.changedLead : words.firstLead} width="text">
      <meta name="robots" content="noindex" />
      <p><a href="#reponse">{words.toEnd}</a></p>
      {isNew && <Section title={fr.changes}><p>{changes}</p></Section>}
      <Section title={words.text(number)} lead={<>{words.appliesFrom} <CalendarDate date={appliesFrom} /></>}>
        <Prose html={html} />
      </Section>
      <div id="reponse" tabIndex={-1}>
        <Answer number={number} form={form} here={here} />
        <Decline />
      </div>
    </Page>
  )
}

function Answer({ number, form, here }: { number: number, form?: KeptForm, here: string }) {
  return (
    <Section title={words.end}>
      {form && <p>{words.kept}{form.leftOut !== 'nothing' && <> {words.left[form.leftOut]}</>}</p>}
      <form method="post" action={urls.accept(number, form?.to ?? here)} className="sl-form" data-once="">
        {form && <UnseenFields fields={form.fields} />}
        <Button type="submit">{form ? words.acceptAndSend : words.accept}</Button>
        {form && <WrittenFields fields={form.fields} />}
      </form>
    </Section>
  )
}

function Decline() {
  return (
    <Section title={words.decline} lead={words.declineLead}>
      <form method="post" action={identity.signOut()} className="sl-form">
        <ButtonGroup>
          <Button type="submit" priority="secondary">{words.signOut}</Button>
          <ButtonLink href={privacy.data()} priority="tertiary">{words.data}</ButtonLink>
          <ButtonLink href={privacy.deletion()} priority="tertiary">{words.deletion}</ButtonLink>
        </ButtonGroup>
      </form>
    </Section>
  )
}
