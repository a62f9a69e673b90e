import { useRef, useState, type FormEvent, type PointerEvent } from 'react'
import { CommandForm } from '#design/CommandForm.tsx'
import { Hidden } from '#design/Hidden.tsx'
import { Link } from '#design/Link.tsx'
import { TextField } from '#design/TextField.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { frameBetween, heightOf, largestFrame, type Frame, type Picture } from './crop-frame.ts'
import { fr } from './image.fr.ts'

interface CropProps {
  form: FormRules
  heading: string
  /** What is said of the shape that the part keeps, and of who will see it. */
  lead?: string
  back: { href: string, label: string }
  /** The whole picture. */
  picture: Picture
  /** The part that is shown now; none while all of it is. */
  shown: Frame | null
  /** Width over height of the part, any when there is none: its height then follows from its width. */
  ratio?: number
  /** What the command is told beside the measures. */
  fixed: Record<string, string | number>
}

const words = fr.crop
const sides = ['x', 'y', 'width', 'height'] as const

/** Which part of a picture is shown: drawn on it, or written in the fields, which work alone. */
export function Crop({ form, heading, lead, back, picture, shown, ratio, fixed }: CropProps) {
  const [drawn, setDrawn] = useState<Frame>()
  const [typed, setTyped] = useState<Frame>()
  const frame = shown ?? largestFrame(picture, ratio)
  const follow = ({ currentTarget }: FormEvent<HTMLElement>) => {
    const { x, y, width, height } = Object.fromEntries(
      [...currentTarget.querySelectorAll('input')].map((input) => [input.name, input.valueAsNumber]))
    const next = { x: x!, y: y!, width: width!, height: ratio === undefined ? height! : heightOf(width!, ratio) }
    if (Object.values(next).every((one) => Number.isInteger(one) && one >= 0)) setTyped(next)
  }
  const fields = ratio === undefined ? sides : sides.slice(0, 3)
  const { height: tall, width: wide } = largestFrame(picture, ratio)
  const most = { x: picture.width, y: picture.height, width: wide, height: tall }
  return (
    <>
      <p><Link href={back.href}>{back.label}</Link></p>
      <h2>{heading}</h2>
      <p>{words.lead} {lead} {words.draw} {words.size(picture.width, picture.height)}</p>
      <Drawing picture={picture} frame={typed ?? drawn ?? frame} ratio={ratio} onDraw={(one) => { setTyped(undefined); setDrawn(one) }} />
      <CommandForm form={form} submit={words.submit} fixed={{ ...fixed, back: 'part' }} labels={words.labels} refusals={words.refusals}
        values={{ ...frame }}>
        {(field) => (
          <>
            {/* Not one of the fixed values: another may have changed the picture, and the refusal that says so is still this form's. */}
            <Hidden name="whole" value={picture.id} />
            <div className="sl-crop__fields fr-mb-2w" onInput={follow}>
              {fields.map((name) => (
                <TextField key={`${name} ${drawn?.[name]}`} {...field(name)} required label={words.labels[name]} hint={words.pixels}
                  {...drawn && { defaultValue: String(drawn[name]) }} max={most[name]} />
              ))}
            </div>
          </>
        )}
      </CommandForm>
      {shown && <div className="fr-mt-2w"><CommandForm form={form} inline priority="tertiary" submit={words.whole}
        fixed={{ ...fixed, back: 'whole' }} refusals={words.refusals} /></div>}
    </>
  )
}

/** The whole picture with the frame upon it. The numbers below say the same, and a keyboard changes them there. */
function Drawing({ picture, frame, ratio, onDraw }: { picture: Picture, frame: Frame, ratio?: number, onDraw: (frame: Frame) => void }) {
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
        onPointerMove={(event) => { if (start.current) onDraw(frameBetween(start.current, pointOf(event), picture, ratio)) }}
        onPointerUp={() => { start.current = undefined }} onPointerCancel={() => { start.current = undefined }}>
        <path fillRule="evenodd" className="sl-crop__out"
          d={`M0 0H${picture.width}V${picture.height}H0ZM${frame.x} ${frame.y}h${frame.width}v${frame.height}h${-frame.width}Z`} />
        <rect className="sl-crop__frame" vectorEffect="non-scaling-stroke" {...frame} />
      </svg>
    </div>
  )
}
