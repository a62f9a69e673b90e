import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { page } from '../limits.ts'
import { personCard } from '../people.ts'
import { basesSeenBy, profilesSeenBy, resourcesSeenBy, type Context } from '../policy.ts'
import { followPerson } from './follow-person.ts'

const PER_PAGE = 12

const baseCard = z.object({ id: z.uuid(), slug: z.string(), title: z.string(), logoFileId: z.uuid().nullable() })

/** Their bases, and what they have published, that the reader may see. */
const sharedBy = (context: Context, personId: string) => ({
  bases: basesSeenBy(context).innerJoin('bases.base_member as member', 'member.base_id', 'base.id').where('member.person_id', '=', personId)
    .select(['base.id', 'base.slug', 'base.title', 'base.logo_file_id as logoFileId']).orderBy(sql`base.title collate kernel.french`).limit(50),
  resources: resourcesSeenBy(context).where('resource.published_at', 'is not', null).where(sql<boolean>`(resource.created_by = ${personId}::uuid or exists (
    select from bases.resource_contributor as one where one.resource_id = resource.id and one.person_id = ${personId}::uuid))`),
})

/** Somebody whose profile is public: who they are, their bases, what they have shared. A private profile is not found, its holder's aside. */
export const showProfile = query({
  http: 'GET /profiles/:personId',
  input: z.object({ personId: z.uuid(), page }),
  output: personCard.extend({
    isPublic: z.boolean(), bases: z.array(baseCard), resources: z.array(resourceCard), total: z.int(), page: z.int(), pages: z.int(), followed: z.boolean(),
  }),
  on: (context: Context, { personId }) => profilesSeenBy(context).where('profile.id', '=', personId)
    .select(['profile.id', 'profile.name', 'profile.title', 'profile.portrait_file_id', 'profile.is_public'])
    .select((eb) => eb('profile.id', '=', context.actor.id ?? null).$castTo<boolean | null>().as('oneself')).executeTakeFirst(),
  allow: anyone,
  can: { followPerson },
  run: async (context: Context, { page }, profile) => {
    const { bases, resources } = sharedBy(context, profile.id)
    const [shown, ids, { total }, followed] = await Promise.all([
      bases.execute(),
      resources.select('resource.id').orderBy('resource.published_at', 'desc').orderBy('resource.id', 'desc').limit(PER_PAGE).offset((page - 1) * PER_PAGE).execute(),
      resources.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
      context.db.selectFrom('bases.followed_person').select('followed_id').where('person_id', '=', context.actor.id ?? null)
        .where('followed_id', '=', profile.id).executeTakeFirst(),
    ])
    return {
      id: profile.id, name: profile.name, title: profile.title, portraitFileId: profile.portrait_file_id, isPublic: profile.is_public, bases: shown,
      resources: await cardsOf(context, ids.map(({ id }) => id)), total, page, pages: Math.ceil(total / PER_PAGE), followed: followed !== undefined,
    }
  },
})
