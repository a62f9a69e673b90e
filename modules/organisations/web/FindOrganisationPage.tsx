import { Form, useSearchParams } from 'react-router'
import { Badge } from '#design/Badge.tsx'
import { Button, ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { askToJoin } from '../operations/ask-to-join.ts'
import { findOpenOrganisations } from '../operations/find-open-organisations.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(findOpenOrganisations)
export const action = accepts({ askToJoin }, { askToJoin: () => urls.mine() })

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.find

/** Organisations that one may ask to join, by name and kind. */
export default function FindOrganisationPage() {
  const { organisations, more, can } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const filters = { words: params.get('words') ?? undefined, kind: params.get('kind') ?? undefined }
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: fr.mine.title, href: urls.mine() }]}>
      <Form method="get" action={urls.find()} className="sl-form sl-form--inline" role="search">
        <TextField name="words" type="text" label={words.words} defaultValue={filters.words} autoComplete="off" />
        <SelectField name="kind" label={words.kind} choices={fr.kinds} empty={words.anyKind} defaultValue={filters.kind} />
        <div className="sl-form__end"><Button type="submit" priority="secondary">{words.search}</Button></div>
      </Form>
      {organisations.length === 0 ? <EmptyState title={words.empty}>{words.emptyMore}</EmptyState> : (
        <>
          <p role="status">{words.count(organisations.length)}{more && ` ${words.more}`}</p>
          <ul className="sl-people">
            {organisations.map((one) => <Open key={one.id} one={one} form={can.askToJoin || false} filters={filters}
              asked={params.get('demander') === one.id} />)}
          </ul>
        </>
      )}
    </Page>
  )
}

function Open({ one, form, filters, asked }: {
  one: Answer['organisations'][number], form: FormRules | false, filters: { words?: string, kind?: string }, asked: boolean
}) {
  return (
    <li className="sl-person" id={`organisation-${one.id}`}>
      <span className="sl-person__name">
        {one.name}<span className="fr-hint-text">{fr.kinds[one.kind]}</span>{one.welcome && <span
          className="fr-hint-text">{one.welcome}</span>}
      </span>
      {one.isMine && <Badge kind="success">{words.isMine}</Badge>}
      {one.isAsked && <Badge kind="info">{words.isAsked}</Badge>}
      {!one.isMine && !one.isAsked && form && (asked ? (
        <CommandForm form={form} fixed={{ organisationId: one.id }} submit={words.send} labels={{ message: words.message }}
          beside={<ButtonLink href={urls.find(filters)} priority="tertiary">{fr.cancel}</ButtonLink>}>
          {(field) => <TextArea {...field('message')} label={words.message} hint={words.messageHint} />}
        </CommandForm>
      ) : (
        <ButtonLink href={`${urls.find({ ...filters, ask: one.id })}#organisation-${one.id}`} priority="secondary" size="sm">
          {words.ask}<VisuallyHidden> {one.name}</VisuallyHidden>
        </ButtonLink>
      ))}
    </li>
  )
}
