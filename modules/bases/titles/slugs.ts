import { randomBytes } from 'node:crypto'
import type { Context } from '../policy.ts'
import { slugOf } from './slug.ts'

export type SlugKind = 'base' | 'resource' | 'collection'

/** What a title without a letter is called in an address. */
const UNNAMED: Record<SlugKind, string> = { base: 'base', resource: 'ressource', collection: 'collection' }

/** One's own favourites answer under this name (showCollection). */
export const FAVOURITES = 'favourites'

/** `fiche`, `fiche-2` … `fiche-9`, then `fiche-` and six letters of chance: many resources may have one title. */
const candidates = (slug: string) =>
  [slug, ...Array.from({ length: 8 }, (_, index) => `${slug}-${index + 2}`), `${slug}-${randomBytes(3).toString('hex')}`]

/**
 * The address of something under its title, kept when the title still fits. Addresses of before stay its own and redirect; one that was
 * given is never another's.
 */
export const claimSlug = async ({ db }: Context, kind: SlugKind, targetId: string, title: string): Promise<string> => {
  const wanted = slugOf(title) || UNNAMED[kind]
  const current = await db.selectFrom('bases.slug').select('slug')
    .where('kind', '=', kind).where('target_id', '=', targetId).where('current', '=', true).executeTakeFirst()
  if (current && current.slug.replace(/-(\d|[0-9a-f]{6})$/, '') === wanted) return current.slug
  if (current?.slug === wanted) return wanted
  await db.updateTable('bases.slug').set({ current: false }).where('kind', '=', kind).where('target_id', '=', targetId)
    .where('current', '=', true).execute()
  for (const slug of candidates(wanted).filter((one) => one !== FAVOURITES)) {
    const claimed = await db.insertInto('bases.slug').values({ kind, slug, target_id: targetId, current: true })
      .onConflict((conflict) => conflict.columns(['kind', 'slug']).doUpdateSet({ current: true })
        .where('bases.slug.target_id', '=', targetId))
      .returning('slug').executeTakeFirst()
    if (claimed) return slug
  }
  throw new Error(`No address is free for ${wanted}`)
}
