import { z } from 'zod'
import { checkImage } from './draft/contents.ts'
import type { Crop } from './draft/draft.ts'
import { side } from './limits.ts'
import type { Context } from './policy.ts'
import { heightOf, type Frame } from './web/crop-frame.ts'

/** What a crop is asked for by: the part, already cut (`cut` of the files), and where it is in the whole. None brings the whole back. */
export const cropShape = {
  fileId: z.uuid().optional(), x: side.default(0), y: side.default(0), width: side.min(16).default(16),
}
type Asked = z.output<z.ZodObject<typeof cropShape>>

/** The frame that is asked for: its height follows from the shape of the place where the picture is shown. @param ratio width over height. */
export const frameOf = ({ x, y, width }: Asked, ratio: number): Frame => ({ x, y, width, height: heightOf(width, ratio) })

interface Cropped { readonly fileId: string; readonly crop?: Crop }

/**
 * A picture as it is once cropped. The whole is kept, so that a part is always one of the whole and never of another part.
 * @param fileId the part; the whole is back when there is none. @returns none when it is whole already and stays so.
 * @throws Refusal `bases.not-an-image`, `bases.no-file`.
 */
export const cropped = async (
  context: Context, before: Cropped, fileId: string | undefined, frame: Frame,
): Promise<Cropped | undefined> => {
  const whole = before.crop?.fileId ?? before.fileId
  if (fileId === undefined) return before.crop && { fileId: whole }
  await checkImage(context, fileId)
  return { fileId, crop: { fileId: whole, ...frame } }
}
