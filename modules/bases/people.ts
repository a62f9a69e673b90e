import { z } from 'zod'
import type { Context } from './policy.ts'

/** `name` is null for someone who left the platform. */
export const personCard = z.object({
  id: z.uuid(), name: z.string().nullable(), title: z.string().nullable(), portraitFileId: z.uuid().nullable(),
})
export type PersonCard = z.output<typeof personCard>

/**
 * People by identifier. @param everyone their profiles' being private aside: for those who write together, who see their names and not
 * their portraits, which are files of their own. Otherwise profiles that are public and that moderation shows: the others lead nowhere.
 */
export const peopleOf = async (
  { db, actor }: Context, ids: (string | null)[], { everyone }: { everyone: boolean },
): Promise<PersonCard[]> => {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return []
  const rows = await db.selectFrom('identity.card').select(['id', 'name', 'title', 'portrait_file_id', 'is_public'])
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(wanted))))
    .$if(!everyone, (query) => query.where('is_public', '=', true).where((eb) => eb.not(eb.exists(eb.selectFrom('bases.profile as said')
      .select('said.person_id').whereRef('said.person_id', '=', 'identity.card.id').where('said.withheld', 'is not', null))))).execute()
  const byId = new Map(rows.map(({ id, name, title, portrait_file_id: portrait, is_public: isPublic }) =>
    [id, { id, name, title, portraitFileId: isPublic || id === actor.id ? portrait : null }]))
  return [...new Set(wanted)].flatMap((id) => byId.get(id) ?? [])
}
