import { data, type LoaderFunctionArgs } from 'react-router'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { cropResourceImage } from '../operations/crop-resource-image.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson } from './answers-to.ts'
import { Crop } from './Crop.tsx'
import { pictureIn, ratios } from './crop-frame.ts'
import { cuts } from './cuts.ts'
import { DraftPage } from './DraftPage.tsx'
import { fr } from './image.fr.ts'
import { urls } from './routes.ts'
import { revalidatesWhenStale } from './use-refused.ts'

export const handle = { hydrate: true }
const ratio = ratios.resource

/** The draft and its picture. */
export const loader = async (args: LoaderFunctionArgs) => {
  const draft = await answersPerson(showDraft)(args)
  const picture = pictureIn(draft.image.crop?.file ?? draft.image.file, ratio)
  if (!picture) throw data({ code: 'not-found' }, { status: 404 })
  return { ...draft, picture }
}

const crop = accepts({ cropResourceImage }, { cropResourceImage: (_, { resourceId }) => urls.draftSettings(resourceId!, 'image') })
export const action = cuts(crop, () => ratio)
export const shouldRevalidate = revalidatesWhenStale

/** Which part of the picture of a resource is shown on its card and at the head of its page. */
export default function CropResourceImagePage() {
  const page = useAnswer<typeof loader>()
  const { resourceId, can, image, picture } = page
  if (!can.cropResourceImage) return null
  return (
    <DraftPage draft={page} face="settings">
      <Crop form={can.cropResourceImage} heading={fr.crop.heading} lead={fr.crop.resource} ratio={ratio} picture={picture} shown={image.crop}
        back={{ href: urls.draftSettings(resourceId, 'image'), label: fr.crop.backToSettings }} fixed={{ version: image.version }} />
    </DraftPage>
  )
}
