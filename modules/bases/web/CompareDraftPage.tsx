import type { ReactNode } from 'react'
import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { Badge } from '#design/Badge.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { Time } from '#design/Time.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import type { Answered } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { compareDraft } from '../operations/compare-draft.ts'
import { restoreContent } from '../operations/restore-content.ts'
import { restoreDraft } from '../operations/restore-draft.ts'
import { answersPerson } from './answers-to.ts'
import { Differences } from './Differences.tsx'
import { DraftPage } from './DraftPage.tsx'
import { fr as labels } from './fr.ts'
import { fr } from './history.fr.ts'
import { ResourceContents } from './ResourceContents.tsx'
import { urls } from './routes.ts'

type Compared = Answered<typeof compareDraft>
type Side = NonNullable<Compared['compared'][number]['before']>

export const loader = async (args: LoaderFunctionArgs) => ({ ...await answersPerson(compareDraft, { input: ({ params }) => ({ sequence: Number(params['sequence']) }) })(args), now: new Date().toISOString() })
export const action = accepts({ restoreDraft, restoreContent }, {
  restoreDraft: (_, { resourceId }) => urls.draft(resourceId!),
  restoreContent: (_, { resourceId, contentId }) => urls.draft(resourceId!, contentId),
})

const words = fr.compared

/** A state of before beside the one of now, word by word; the whole of it can come back, or one content alone. */
export default function CompareDraftPage() {
  const page = useAnswer<typeof loader>()
  const { resourceId, at, byName, sequence, latest, can } = page
  const [params] = useSearchParams()
  const changed = page.compared.map((one, at) => ({ ...one, place: at + 1 })).filter(({ change }) => change !== 'same')
  const parts = changedParts(page)
  const same = parts.length === 0 && changed.length === 0
  const restore = can.restoreDraft && { form: can.restoreDraft, label: fr.restore.all, title: fr.restore.ask, fixed: { sequence, latest } }
  const here = urls.draftCompared(resourceId, sequence)
  return (
    <DraftPage draft={page} face="history">
      <p><Link href={urls.draftHistory(resourceId)}>{words.back}</Link></p>
      <h2>{words.title} – <Time at={at} now={page.now} /></h2>
      {same ? <Alert>{words.same}</Alert> : <p>{words.lead(byName ?? fr.someone)} {words.legend}</p>}
      {!same && restore && (params.has('retablir') ? <ConfirmForm {...restore} back={here}>{fr.restore.what}</ConfirmForm>
        : <ConfirmButton {...restore} priority="primary" href={`${here}?retablir`}>{fr.restore.what}</ConfirmButton>)}
      {parts}
      {changed.map(({ change, before, after, place }) => (
        <Section key={(after ?? before)!.id} title={`${place}. ${nameOf((after ?? before)!)}`}>
          <p><Badge kind={change === 'removed' ? 'warning' : 'info'}>{words.changes[change]}</Badge></p>
          <ContentChange before={before} after={after} />
          {can.restoreContent && before && (change === 'removed' || change === 'changed') && (
            <CommandForm form={can.restoreContent} inline priority="secondary" size="sm" fixed={{ sequence, contentId: before.id, version: page.versions[before.id] ?? 0 }}
              submit={<>{fr.restore.one}<VisuallyHidden> « {place}. {nameOf(before)} »</VisuallyHidden></>} />
          )}
        </Section>
      ))}
      {!same && changed.length < page.compared.length && <p className="fr-hint-text">{words.unchanged(page.compared.length - changed.length)}</p>}
    </DraftPage>
  )
}

const nameOf = ({ type, title }: Side) => title ? `${labels.contentTypes[type]} : ${title}` : labels.contentTypes[type]
/** What a content says, in words: its pictures and files are shown beside. */
const textOf = (side: Side | null) => side ? [side.title, side.source, side.url, side.caption, side.alt].filter(Boolean).join('\n') : ''

function ContentChange({ before, after }: { before: Side | null, after: Side | null }) {
  const wordsDiffer = textOf(before) !== textOf(after)
  const shown = (side: Side | null) => side && (side.file ?? side.linked) ? <ResourceContents contents={[side]} /> : null
  const things = before?.file?.id !== after?.file?.id || before?.linked?.id !== after?.linked?.id
  return (
    <>
      {wordsDiffer && <div className="sl-part__theirs"><Differences before={textOf(before)} after={textOf(after)} /></div>}
      {things && <Both before={shown(before)} after={shown(after)} />}
    </>
  )
}

function Both({ before, after }: { before: ReactNode, after: ReactNode }) {
  return (
    <div className="sl-versions">
      <div><h3>{words.before}</h3>{before ?? <p>{words.none}</p>}</div>
      <div><h3>{words.after}</h3>{after ?? <p>{words.none}</p>}</div>
    </div>
  )
}

const changedParts = ({ title, description, image, licence, indexation }: Compared) => {
  const tags = ({ themes, supportTypes, audiences }: typeof indexation.before) => [...themes.map((one) => labels.themes[one]),
    ...supportTypes.map((one) => labels.supportTypes[one]), ...audiences.map((one) => labels.audiences[one])].join(', ')
  const picture = ({ file, alt }: typeof image.before) => file && <img className="sl-setting__thumb" src={imageUrl(file.id, 320)} alt={alt} />
  const part = (name: keyof typeof words.parts, shown: ReactNode) => <Section key={name} title={words.parts[name]}>{shown}</Section>
  return [
    !title.same && part('title', <Differences {...title} />),
    !description.same && part('description', <Differences {...description} />),
    !image.same && part('image', <Both before={picture(image.before)} after={picture(image.after)} />),
    !indexation.same && part('indexation', <Differences before={tags(indexation.before)} after={tags(indexation.after)} />),
    !licence.same && part('licence',
      <Both before={<p>{labels.licences[licence.before]}</p>} after={<p>{labels.licences[licence.after]}</p>} />),
  ].filter((one) => one !== false)
}
