import { z } from 'zod'
import { query, Refusal } from '#kernel/operation/operation.ts'
import { pictureOf } from '../base.ts'
import { side, slug } from '../limits.ts'
import { administersBase, basesSeenBy, type Context } from '../policy.ts'
import { fileCard, fileCards } from '../reading/shown-contents.ts'
import { baseParts, cropBasePicture } from './crop-base-picture.ts'

/** A picture of a base as its administrators crop it: the whole, and the part that is shown; no part while it is shown whole. */
export const showBasePicture = query({
  http: 'GET /bases/by-slug/:slug/pictures/:part',
  input: z.object({ slug, part: z.enum(baseParts) }),
  output: z.object({
    baseId: z.uuid(), slug: z.string(), title: z.string(), version: z.int(), part: z.enum(baseParts), whole: fileCard,
    crop: z.object({ x: side, y: side, width: side, height: side }).nullable(),
  }),
  on: (context: Context, { slug }) => basesSeenBy(context).selectAll('base')
    .innerJoin('bases.slug as address', (join) => join.onRef('address.target_id', '=', 'base.id').on('address.kind', '=', 'base'))
    .where('address.slug', '=', slug).executeTakeFirst(),
  allow: administersBase,
  can: { cropBasePicture },
  run: async (context: Context, { part }, base) => {
    const { fileId, crop } = pictureOf(base, part) ?? {}
    const whole = [...(await fileCards(context, [crop?.fileId ?? fileId ?? null])).values()][0]
    if (!whole) throw new Refusal('not-found', {}, 404)
    return { baseId: base.id, slug: base.slug, title: base.title, version: base.version, part, whole, crop: crop ?? null }
  },
})
