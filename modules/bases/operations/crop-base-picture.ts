import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { pictureOf } from '../base.ts'
import { cropped, cropShape, frameOf } from '../crop.ts'
import { administersBase, lockedBase, type Context } from '../policy.ts'
import { holdBasePictures } from '../publishing/attachments.ts'
import { ratios } from '../web/crop-frame.ts'

/** Pictures of a base of which a part may be shown. */
export const baseParts = ['logo', 'cover'] as const

/** Shows a part of the logo of a base, which is square, or of its cover, four times as wide as high. @throws Refusal `bases.no-picture`. */
export const cropBasePicture = command({
  http: 'PUT /bases/:baseId/pictures/:part/crop',
  input: z.object({ baseId: z.uuid(), part: z.enum(baseParts), ...cropShape }),
  output: z.object({ slug: z.string(), part: z.enum(baseParts), version: z.int() }),
  on: (context: Context, { baseId }) => lockedBase(context, baseId),
  allow: administersBase,
  versioned: true,
  run: async (context: Context, { part, ...asked }, before) => {
    const { id, slug, version } = before
    const shown = pictureOf(before, part)
    if (!shown) throw new Refusal('bases.no-picture', {}, 409)
    const picture = await cropped(context, shown, asked.fileId, frameOf(asked, ratios[part]))
    if (!picture) return { slug, part, version }
    const base = await context.db.updateTable('bases.base').where('id', '=', id).set({
      [`${part}_file_id`]: picture.fileId, [`${part}_crop`]: picture.crop ? JSON.stringify(picture.crop) : null,
      updated_at: context.now, version: version + 1,
    }).returningAll().executeTakeFirstOrThrow()
    await holdBasePictures(context, base)
    return { slug, part, version: base.version }
  },
})
