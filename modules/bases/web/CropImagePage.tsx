import { useRef, useState, type FormEvent, type PointerEvent } from 'react'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { cropImage } from '../operations/crop-image.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson } from './answers-to.ts'
import { frameBetween, type Frame } from './crop-frame.ts'
import { cuts } from './cuts.ts'
import { DraftPage } from './DraftPage.tsx'
import { words as stale } from './fr-authoring.ts'
import { fr } from './image.fr.ts'
import { urls } from './routes.ts'

export const handle = { hydrate: true }

/** The draft, and the image that the address names: its whole, and the part of it that is shown now. */
export const loader = async (args: LoaderFunctionArgs) => {
  const draft = await answersPerson(showDraft)(args)
  const content = draft.contents.find(({ id, type, file }) => id === args.params['contentId'] && type === 'image' && file?.width)
  const picture = content?.crop?.file ?? content?.file
  if (!content || !picture?.width || !picture.height) throw data({ code: 'not-found' }, { status: 404 })
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height }
  return { ...draft, content, picture: { id: picture.id, width: picture.width, height: picture.height }, frame: content.crop ?? whole }
}

const crop = accepts({ cropImage }, { cropImage: (_, { resourceId, contentId }) => urls.draft(resourceId!, contentId) })
export const action = async (args: ActionFunctionArgs) => crop(await cuts(args))

const words = fr.crop

/** Which part of an image is shown: drawn on it, or written in its fields, which work alone. */
export default function CropImagePage() {
  const page = useAnswer<typeof loader>()
  const { resourceId, can, content, picture } = page
  const [drawn, setDrawn] = useState<Frame>()
  const [typed, setTyped] = useState<Frame>()
  const frame = drawn ?? page.frame
  if (!can.cropImage) return null
  const fixed = { contentId: content.id, version: content.version, whole: picture.id }
  const follow = ({ currentTarget }: FormEvent<HTMLElement>) => {
    const numbers = Object.fromEntries([...currentTarget.querySelectorAll('input')].map(({ name, valueAsNumber }) => [name, valueAsNumber]))
    if (Object.values(numbers).every((one) => Number.isInteger(one) && one >= 0)) setTyped(numbers as unknown as Frame)
  }
  return (
    <DraftPage draft={page} face="contents">
      <p><Link href={urls.draft(resourceId, content.id)}>{words.back}</Link></p>
      <h2>{words.heading}</h2>
      <p>{words.lead} {words.draw} {words.size(picture.width, picture.height)}</p>
      <Drawing picture={picture} frame={typed ?? frame} onDraw={(one) => { setTyped(undefined); setDrawn(one) }} />
      <CommandForm form={can.cropImage} submit={words.submit} fixed={fixed} labels={words.labels} refusals={stale.stale.refusals} values={{ ...page.frame }}>
        {(field) => (
          <div className="sl-crop__fields" onInput={follow}>
            {(['x', 'y', 'width', 'height'] as const).map((name) => (
              <TextField key={`${name} ${drawn?.[name]}`} {...field(name)} required label={words.labels[name]} hint={words.pixels}
                {...drawn && { defaultValue: String(drawn[name]) }} max={name === 'x' || name === 'width' ? picture.width : picture.height} />
            ))}
          </div>
        )}
      </CommandForm>
      {content.crop && <div className="fr-mt-2w"><CommandForm form={can.cropImage} inline priority="tertiary" submit={words.whole}
        fixed={{ contentId: content.id, version: content.version, back: 'whole' }} /></div>}
    </DraftPage>
  )
}

/** The whole picture with the frame upon it. The numbers below say the same, and a keyboard changes them there. */
function Drawing({ picture, frame, onDraw }: { picture: { id: string, width: number, height: number }, frame: Frame, onDraw: (frame: Frame) => void }) {
  const start = useRef<{ x: number, y: number }>(undefined)
  const pointOf = ({ currentTarget, clientX, clientY }: PointerEvent) => {
    const box = currentTarget.getBoundingClientRect()
    return { x: (clientX - box.left) / box.width * picture.width, y: (clientY - box.top) / box.height * picture.height }
  }
  return (
    <div className="sl-crop">
      <img src={imageUrl(picture.id, 1280)} width={picture.width} height={picture.height} alt={words.picture} className="fr-responsive-img" />
      <svg viewBox={`0 0 ${picture.width} ${picture.height}`} aria-hidden="true"
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); start.current = pointOf(event) }}
        onPointerMove={(event) => { if (start.current) onDraw(frameBetween(start.current, pointOf(event), picture)) }}
        onPointerUp={() => { start.current = undefined }} onPointerCancel={() => { start.current = undefined }}>
        <path fillRule="evenodd" className="sl-crop__out"
          d={`M0 0H${picture.width}V${picture.height}H0ZM${frame.x} ${frame.y}h${frame.width}v${frame.height}h${-frame.width}Z`} />
        <rect className="sl-crop__frame" vectorEffect="non-scaling-stroke" {...frame} />
      </svg>
    </div>
  )
}
