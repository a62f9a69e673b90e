import { useActionData, useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Section } from '#design/Section.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import type { Refused } from '#kernel/page/form.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { Revalidation } from '#modules/live/web/parts.tsx'
import { addContent } from '../operations/add-content.ts'
import { editContent } from '../operations/edit-content.ts'
import { editResourceTitle } from '../operations/edit-resource-title.ts'
import { findResources } from '../operations/find-resources.ts'
import { moveContent } from '../operations/move-content.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { refreshPreview } from '../operations/refresh-preview.ts'
import { removeContent } from '../operations/remove-content.ts'
import { showDraft } from '../operations/show-draft.ts'
import type { ContentType } from '../enumerations.ts'
import { draftWritten } from '../writing/topic.ts'
import { answersPerson } from './answers-to.ts'
import { AddContent, AddForm } from './AddContent.tsx'
import { ContentList } from './ContentList.tsx'
import { TheirVersion } from './ContentFields.tsx'
import type { Draft } from './draft-answer.ts'
import { DraftPage } from './DraftPage.tsx'
import { words } from './fr-authoring.ts'
import { LostWords } from './LostWords.tsx'
import { Missing, PublishButton } from './Publishing.tsx'
import { urls } from './routes.ts'
import { SavingStatus } from './SavingStatus.tsx'
import { fr as text } from './text.fr.ts'
import { useAutosave } from './use-autosave.ts'
import { useFocusOnTarget } from './use-focus-on-target.ts'
import { revalidatesWhenStale, useRefused } from './use-refused.ts'
import { useWriting } from './use-writing.ts'
import { fr as writing } from './writing.fr.ts'

export const handle = { hydrate: true }

/** The draft, and the resources that the words of the address find, to link one. */
export const loader = async (args: LoaderFunctionArgs) => {
  const searched = new URL(args.request.url).searchParams.get('mots')?.trim() ?? ''
  const [draft, found] = await Promise.all([
    answersPerson(showDraft)(args), searched ? answers(findResources, { input: () => ({ text: searched, perPage: 6 }) })(args) : undefined,
  ])
  return { ...draft, searched, linkable: found?.resources.filter(({ id }) => id !== draft.resourceId) }
}

const afterContent = (_: unknown, { resourceId, contentId }: { resourceId?: string, contentId?: string }) => urls.draft(resourceId!,
  contentId)

export const action = accepts({ editResourceTitle, addContent, editContent, moveContent, removeContent, publishResource, refreshPreview }, {
  refreshPreview: afterContent,
  addContent: ({ contentId }, { resourceId }) => urls.draft(resourceId!, contentId),
  editContent: afterContent,
  moveContent: afterContent,
  removeContent: (_, { resourceId }) => urls.draft(resourceId!),
  editResourceTitle: (_, { resourceId }) => urls.draft(resourceId!),
  publishResource: ({ slug }) => urls.resource(slug),
})

export const shouldRevalidate = revalidatesWhenStale

export default function EditResourcePage() {
  const answer = useAnswer<typeof loader>()
  const writers = useWriting(urls.writingOf(answer.resourceId), answer.writers)
  const draft = { ...answer, writers }
  const { contents, can, resourceId, linkable, searched } = draft
  useFocusOnTarget()
  return (
    <DraftPage draft={draft} face="contents" actions={<PublishButton draft={draft} />}>
      <Revalidation />
      <div role="status" data-live={draftWritten}>{writers.length > 0 && <p
        className="fr-hint-text">{writing.together(writers.map(({ name }) => name ?? writing.unnamed))}</p>}</div>
      <LeftOut />
      <LostWords draft={draft} />
      <Gone draft={draft} />
      <Missing draft={draft} />
      <Heading draft={draft} />
      {contents.length > 0 && <ContentList draft={draft} />}
      {can.addContent && (
        <div id="ajouter" tabIndex={-1} className="sl-section">
          <Section title={words.add.title} lead={words.add.lead}>
            <AddContent form={can.addContent} contents={contents} resourceId={resourceId} linkable={linkable} searched={searched} />
          </Section>
        </div>
      )}
    </DraftPage>
  )
}

/** Of a draft that was brought in, how many parts did not come. */
function LeftOut() {
  const [params] = useSearchParams()
  const many = Number(params.get('sans'))
  return many > 0 ? <Alert kind="warning" level={2} title={text.leftOut(many)}>{text.leftOutWhy}</Alert> : null
}

function Heading({ draft: { heading, can, resourceId } }: { draft: Draft }) {
  const refused = useRefused('editResourceTitle')
  const { version, stale, status, around, typed } = useAutosave({ address: urls.headingOf(resourceId), current: heading.version, refused })
  const action = `${urls.draft(resourceId)}#titre`
  if (!can.editResourceTitle) return null
  return (
    <Section title={words.heading.title}>
      <p>{heading.description || words.heading.noDescription}</p>
      <details className="sl-details" id="titre" open={refused !== undefined || undefined} {...around}>
        <summary>{words.heading.edit}</summary>
        <div className={stale ? 'sl-versions' : undefined}>
          {stale && (
            <TheirVersion mine={refused?.typed['description']?.at(-1) ?? typed()['description']} theirs={heading.description}
              back={refused && action}>
              <p><strong>{heading.title}</strong></p><p>{heading.description}</p>
            </TheirVersion>
          )}
          <CommandForm form={can.editResourceTitle} submit={stale ? words.stale.replace : words.save} priority="secondary"
            fixed={{ version }}
            action={action} values={heading} labels={words.heading.labels} refusals={words.stale.refusals}
            beside={<SavingStatus status={status} labels={words.heading.labels} here={action} />}>
            {(field) => (
              <>
                <TextField {...field('title')} label={words.heading.labels.title} />
                <TextArea {...field('description')} label={words.heading.labels.description} hint={words.heading.descriptionHint}
                  rows={4} />
              </>
            )}
          </CommandForm>
        </div>
      </details>
    </Section>
  )
}

/** What was refused and has no form any more to say it: someone has removed the content. A text under way can be added anew. */
function Gone({ draft: { contents, can, resourceId } }: { draft: Draft }) {
  const refused = useActionData() as Refused | undefined
  const id = refused?.refused ? refused.typed['contentId']?.[0] : undefined
  if (!refused || id === undefined || contents.some((content) => content.id === id)) return null
  const type = refused.command === 'editContent' ? refused.typed['type']?.[0] as ContentType : undefined
  const kept = Object.fromEntries(Object.entries(refused.typed).map(([name, values]) => [name, values.at(-1)]))
  return (
    <>
      <Alert kind="warning" level={2} title={words.gone.title}>{type ? words.gone.kept : words.gone.moved}</Alert>
      {type && can.addContent && <AddForm type={type} form={can.addContent} contents={contents} resourceId={resourceId} values={kept} />}
    </>
  )
}
