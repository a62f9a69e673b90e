import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { basesSeenBy, resourcesSeenBy, type Context } from '../policy.ts'
import { slugOf } from './slug.ts'

/** Something else under the same title. */
export const twin = z.object({ title: z.string(), slug: z.string() })
export type Twin = z.output<typeof twin>

/**
 * Another base, or another published resource, that the person sees under the same title, capitals, accents and signs aside.
 * @param besides the one whose title it is.
 */
export const twinOf = async (context: Context, kind: 'base' | 'resource', title: string, besides?: string): Promise<Twin | null> => {
  const slug = slugOf(title)
  if (slug === '') return null
  // Addresses are made of titles: `fiche`, then `fiche-2` for another one of the same.
  const same = context.db.selectFrom('bases.slug').select('target_id').where('kind', '=', kind).where('current', '=', true)
    .where((eb) => eb.or([eb('slug', '=', slug), eb('slug', 'like', `${slug}-_`)]))
  const found = kind === 'base'
    ? await basesSeenBy(context).select(['base.id', 'base.title', 'base.slug']).where('base.id', 'in', same).limit(20).execute()
    : await resourcesSeenBy(context).select(['resource.id', 'resource.title', 'resource.slug']).where('resource.id', 'in', same)
      .where('resource.published_at', 'is not', null).limit(20).execute()
  const one = found.find((row) => row.id !== besides && slugOf(row.title ?? '') === slug)
  return one ? { title: one.title!, slug: one.slug! } : null
}

/** Whoever begins something is told once that its title is taken; they may go on. @throws Refusal `bases.title-exists`. */
export const warnOfTwin = async (context: Context, kind: 'base' | 'resource', title: string, warn: boolean): Promise<void> => {
  const one = warn && await twinOf(context, kind, title)
  if (one) throw new Refusal('bases.title-exists', { title: one.title, slug: one.slug })
}
