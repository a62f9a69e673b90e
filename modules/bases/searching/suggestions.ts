import { sql } from 'kysely'
import { z } from 'zod'
import { basesOf, basesSeenBy, type Context } from '../policy.ts'
import type { Preference } from '../preferences.ts'

const MOST = 6

export const suggestedBase = z.object({
  id: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(), department: z.string().nullable(), logoFileId: z.uuid().nullable(),
  /** Why it is suggested: it is of their department, it writes of what interests them, or many follow it. */
  why: z.enum(['department', 'themes', 'followed']),
})

/** Public bases that the person neither follows nor belongs to: those of their department, then of their themes, then the most followed. */
export const suggestedBases = async (context: Context, { department, themes }: Preference) => {
  const near = sql<boolean>`coalesce(base.department = ${department}, false)`
  const close = sql<number>`(select count(*) from bases.resource as one where one.base_id = base.id and one.is_open and one.themes && ${themes}::text[])`
  const rows = await basesSeenBy(context).where('base.is_public', '=', true)
    .where((eb) => eb.not(eb('base.id', '=', eb.fn.any(eb.val(basesOf(context))))))
    .where(sql<boolean>`not exists (select from bases.followed_base as one where one.base_id = base.id and one.person_id = ${context.actor.id}::uuid)`)
    .where(sql<boolean>`exists (select from bases.resource as one where one.base_id = base.id and one.is_open)`)
    .select(['base.id', 'base.slug', 'base.title', 'base.excerpt', 'base.department', 'base.logo_file_id as logoFileId', near.as('near'), close.as('close')])
    .orderBy(near, 'desc').orderBy(close, 'desc').orderBy('base.followers_count', 'desc').orderBy('base.id').limit(MOST).execute()
  return rows.map(({ near, close, ...base }) => ({ ...base, why: near ? 'department' as const : close > 0 ? 'themes' as const : 'followed' as const }))
}
