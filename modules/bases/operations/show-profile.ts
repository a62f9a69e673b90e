import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { mailingOf, profileOf } from '#modules/identity/api.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { page } from '../limits.ts'
import { personCard } from '../people.ts'
import { basesSeenBy, collectionsSeenBy, profilesSeenBy, resourcesSeenBy, writtenBy, type Context } from '../policy.ts'
import { followPerson } from './follow-person.ts'

const PER_PAGE = 12
/** Bases and collections of one person: more would be a page of their own. */
const MOST = 50

const baseCard = z.object({ id: z.uuid(), slug: z.string(), title: z.string(), logoFileId: z.uuid().nullable() })
const collectionCard = z.object({ id: z.uuid(), slug: z.string().nullable(), title: z.string().nullable(), isPublic: z.boolean(), count: z.int() })
const text = z.string().nullable()

/** What they have published, their bases, their collections, that the reader may see. */
const sharedBy = (context: Context, personId: string) => ({
  resources: resourcesSeenBy(context).where('resource.published_at', 'is not', null).where(writtenBy(sql`${personId}::uuid`)),
  bases: basesSeenBy(context).innerJoin('bases.base_member as member', 'member.base_id', 'base.id').where('member.person_id', '=', personId)
    .select(['base.id', 'base.slug', 'base.title', 'base.logo_file_id as logoFileId']).orderBy(sql`base.title collate kernel.french`).limit(MOST),
  collections: collectionsSeenBy(context).where('collection.person_id', '=', personId).where('collection.is_favourites', '=', false)
    .select([
      'collection.id', 'collection.slug', 'collection.title', 'collection.is_public as isPublic',
      sql<number>`(select count(*) from bases.collection_resource as held where held.collection_id = collection.id)`.as('count'),
    ]).orderBy(sql`collection.title collate kernel.french`).limit(MOST),
})

/**
 * Somebody whose profile is public: who they are, what they have shared, how many follow them, whoever these are. A private profile is not
 * found, its holder's aside.
 */
export const showProfile = query({
  http: 'GET /profiles/:personId',
  input: z.object({ personId: z.uuid(), page }),
  output: personCard.extend({
    isPublic: z.boolean(), oneself: z.boolean(),
    /** What moderation keeps from others. */
    withheld: z.enum(['waiting', 'hidden', 'deleted']).nullable(), about: text, location: text, department: text,
    links: z.object({ website: text, linkedin: text, facebook: text, twitter: text }),
    /** Shown when they say so. */
    email: text,
    bases: z.array(baseCard), collections: z.array(collectionCard), resources: z.array(resourceCard), total: z.int(), page: z.int(), pages: z.int(),
    followed: z.boolean(), followersCount: z.int(),
  }),
  on: (context: Context, { personId }) => profilesSeenBy(context).where('profile.id', '=', personId)
    .select(['profile.id', 'profile.name', 'profile.title', 'profile.portrait_file_id', 'profile.is_public'])
    .select((eb) => eb('profile.id', '=', context.actor.id ?? null).$castTo<boolean | null>().as('oneself')).executeTakeFirst(),
  allow: anyone,
  can: { followPerson },
  run: async (context: Context, { page }, profile) => {
    const { bases, collections, resources } = sharedBy(context, profile.id)
    const [shown, composed, ids, { total }, followed, shared, said] = await Promise.all([
      bases.execute(), collections.execute(),
      resources.select('resource.id').orderBy('resource.published_at', 'desc').orderBy('resource.id', 'desc').limit(PER_PAGE).offset((page - 1) * PER_PAGE).execute(),
      resources.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
      context.db.selectFrom('bases.followed_person').select('followed_id').where('person_id', '=', context.actor.id ?? null)
        .where('followed_id', '=', profile.id).executeTakeFirst(),
      context.db.selectFrom('bases.profile').selectAll().where('person_id', '=', profile.id).executeTakeFirst(),
      profileOf(context, profile.id),
    ])
    const { website = null, linkedin = null, facebook = null, twitter = null } = shared ?? {}
    return {
      id: profile.id, name: profile.name, title: profile.title, portraitFileId: profile.portrait_file_id, isPublic: profile.is_public,
      withheld: (shared?.withheld ?? null) as 'waiting' | null, oneself: profile.oneself === true, about: said?.about ?? null,
        location: said?.location ?? null, department: said?.department ?? null,
      links: { website, linkedin, facebook, twitter }, email: shared?.email_is_public ? (await mailingOf(context, profile.id))?.email ?? null : null,
      bases: shown, collections: composed, resources: await cardsOf(context, ids.map(({ id }) => id)), total, page,
      pages: Math.ceil(total / PER_PAGE), followed: followed !== undefined, followersCount: shared?.followers_count ?? 0,
    }
  },
})
