import { data, type LoaderFunctionArgs } from 'react-router'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { cropImage } from '../operations/crop-image.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson } from './answers-to.ts'
import { Crop } from './Crop.tsx'
import { pictureIn } from './crop-frame.ts'
import { cuts } from './cuts.ts'
import { DraftPage } from './DraftPage.tsx'
import { fr } from './image.fr.ts'
import { urls } from './routes.ts'
import { revalidatesWhenStale } from './use-refused.ts'

export const handle = { hydrate: true }

/** The draft, and the image of a content that the address names: its whole, and the part of it that is shown now. */
export const loader = async (args: LoaderFunctionArgs) => {
  const draft = await answersPerson(showDraft)(args)
  const content = draft.contents.find(({ id, type }) => id === args.params['contentId'] && type === 'image')
  const picture = pictureIn(content?.crop?.file ?? content?.file)
  if (!content || !picture) throw data({ code: 'not-found' }, { status: 404 })
  return { ...draft, content, picture }
}

export const action = cuts(accepts({ cropImage }, { cropImage: (_, { resourceId, contentId }) => urls.draft(resourceId!, contentId) }))
export const shouldRevalidate = revalidatesWhenStale

/** Which part of an image is shown among the contents of a resource. */
export default function CropImagePage() {
  const page = useAnswer<typeof loader>()
  const { resourceId, can, content, picture } = page
  if (!can.cropImage) return null
  return (
    <DraftPage draft={page} face="contents">
      <Crop form={can.cropImage} heading={fr.crop.heading} back={{ href: urls.draft(resourceId, content.id), label: fr.crop.back }}
        picture={picture} shown={content.crop} fixed={{ contentId: content.id, version: content.version }} />
    </DraftPage>
  )
}
