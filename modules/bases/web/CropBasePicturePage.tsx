import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { Page } from '#design/Page.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { baseParts, cropBasePicture } from '../operations/crop-base-picture.ts'
import { showBasePicture } from '../operations/show-base-picture.ts'
import { answersTo } from './answers-to.ts'
import { Crop } from './Crop.tsx'
import { pictureIn, ratios } from './crop-frame.ts'
import { cuts } from './cuts.ts'
import { words } from './fr-authoring.ts'
import { fr } from './image.fr.ts'
import { BASE_PICTURES, urls } from './routes.ts'
import { revalidatesWhenStale } from './use-refused.ts'

export const handle = { hydrate: true }

const partOf = ({ params }: Pick<LoaderFunctionArgs, 'params'>) => {
  const part = baseParts.find((one) => BASE_PICTURES[one] === params['picture'])
  if (!part) throw data({ code: 'not-found' }, { status: 404 })
  return part
}

export const loader = async (args: LoaderFunctionArgs) => {
  const part = partOf(args)
  const answer = await answersTo(showBasePicture, 'cropBasePicture', { input: () => ({ part }) })(args)
  const picture = pictureIn(answer.whole, ratios[part])
  if (!picture) throw data({ code: 'not-found' }, { status: 404 })
  return { ...answer, picture }
}

const crop = accepts({ cropBasePicture }, { cropBasePicture: ({ slug, part }) => urls.editBase(slug, part) })
export const action = cuts(crop, (args: ActionFunctionArgs) => ratios[partOf(args)])
export const shouldRevalidate = revalidatesWhenStale

/** Which part of the logo or of the cover of a base is shown. */
export default function CropBasePicturePage() {
  const { baseId, slug, title, version, part, picture, crop, can } = useAnswer<typeof loader>()
  const { link, lead } = fr.base[part]
  return (
    <Page title={fr.base.title(title)} documentTitle={`${link} – ${title}`} breadcrumb={[{ label: words.myBases.title, href: urls.myBases() },
      { label: title, href: urls.base(slug) }]}>
      <Crop form={can.cropBasePicture} heading={link} lead={lead} ratio={ratios[part]} picture={picture} shown={crop}
        back={{ href: urls.editBase(slug, part), label: fr.base.back }} fixed={{ baseId, part, _version: version }} />
    </Page>
  )
}
