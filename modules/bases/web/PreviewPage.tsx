import { Alert } from '#design/Alert.tsx'
import { Figure } from '#design/Figure.tsx'
import { TagList } from '#design/Tag.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { imageUrl, srcSet } from '#modules/files/web/routes.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson } from './answers-to.ts'
import { DraftPage } from './DraftPage.tsx'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { Missing, PublishButton } from './Publishing.tsx'
import { ResourceContents } from './ResourceContents.tsx'
import { urls } from './routes.ts'

export const loader = answersPerson(showDraft)
export const action = accepts({ publishResource }, { publishResource: ({ slug }) => urls.resource(slug) })

/** The draft as its readers would see it. */
export default function PreviewPage() {
  const draft = useAnswer<typeof loader>()
  const { heading, image, contents, indexation, licence } = draft
  const { file } = image
  const tags = [...indexation.themes.map((one) => fr.themes[one]), ...indexation.supportTypes.map((one) => fr.supportTypes[one]),
    ...indexation.audiences.map((one) => fr.audiences[one])]
  return (
    <DraftPage draft={draft} face="preview" actions={<PublishButton draft={draft} />}>
      <Alert>{words.preview.lead}</Alert>
      <Missing draft={draft} />
      <div className="sl-preview sl-reading">
        {file && <Figure src={imageUrl(file.id, 1280)} srcSet={srcSet(file.id, file.width ?? 1280)} sizes="(min-width: 62em) 44rem, 100vw"
          alt={image.alt}
          width={file.width ?? 1280} height={file.height ?? 720} eager />}
        {heading.description && <p className="fr-text--lead">{heading.description}</p>}
        <TagList tags={tags.map((label) => ({ label }))} label={words.settings.indexation.chosen} small />
        <ResourceContents contents={contents} />
        <p className="fr-hint-text">{words.preview.licence(fr.licences[licence.key])} {fr.licenceTerms[licence.key]}</p>
      </div>
    </DraftPage>
  )
}
