import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { memberRole, slug } from '../limits.ts'
import { renderMarkdown } from '../reading/markdown.ts'
import { peopleOf, personCard } from '../people.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { highlights } from '../enumerations.ts'
import { highlightsOf } from '../reading/highlights.ts'
import { basesSeenBy, collectionsSeenBy, resourcesSeenBy, roleIn, type Context } from '../policy.ts'
import { changeMemberRole } from './change-member-role.ts'
import { deleteBase } from './delete-base.ts'
import { followBase } from './follow-base.ts'
import { inviteToBase } from './invite-to-base.ts'
import { leaveBase } from './leave-base.ts'
import { removeBaseMember } from './remove-base-member.ts'
import { updateBase } from './update-base.ts'

const shownBase = z.object({
  baseId: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(), html: z.string(),
  department: z.string().nullable(), website: z.string().nullable(), facebook: z.string().nullable(), linkedin: z.string().nullable(),
  twitter: z.string().nullable(),
  /** What stands first on its page, by the choice of its administrators: the latest stand first in any case. */
  highlights: z.enum(highlights), highlighted: z.array(resourceCard),
  /** Shown to all when the base says so, else to its members. */
  email: z.string().nullable(), emailIsPublic: z.boolean(),
  /** Kept from readers by moderation. */
  withheld: z.enum(['waiting', 'hidden', 'deleted']).nullable(),
  isPublic: z.boolean(), logoFileId: z.uuid().nullable(), coverFileId: z.uuid().nullable(), createdAt: z.string(), version: z.int(),
  /** What its members write to; null for others. */
  source: z.string().nullable(),
  /** The reader's own role in it. */
  role: memberRole.nullable(),
  /** Those whose profiles are public; all of them for a member. */
  members: z.array(personCard.extend({ role: memberRole })), membersCount: z.int(),
  /** Published resources that the reader may see. */
  resourcesCount: z.int(), followersCount: z.int(),
  /** The reader follows it. */
  followed: z.boolean(),
  collections: z.array(z.object({
    id: z.uuid(), slug: z.string().nullable(), title: z.string().nullable(), isPublic: z.boolean(), count: z.int(),
  })),
})

const membersOf = async (context: Context, baseId: string, everyone: boolean) => {
  const rows = await context.db.selectFrom('bases.base_member').select(['person_id', 'role']).where('base_id', '=', baseId)
    .orderBy('role').orderBy('added_at').execute()
  const roles = new Map(rows.map(({ person_id, role }) => [person_id, role as 'administrator']))
  const people = await peopleOf(context, rows.map(({ person_id }) => person_id), { everyone })
  return { members: people.map((person) => ({ ...person, role: roles.get(person.id)! })), membersCount: rows.length }
}

const collectionsOf = (context: Context, baseId: string) => collectionsSeenBy(context)
  .select([
    'collection.id', 'collection.slug', 'collection.title', 'collection.is_public as isPublic',
    sql<number>`(select count(*) from bases.collection_resource as held where held.collection_id = collection.id)`.as('count'),
  ])
  .where('collection.base_id', '=', baseId).orderBy(sql`collection.title collate kernel.french`).execute()

/** A base as its readers see it; its resources come from `findResources` with its `baseId`. An address of before answers `movedTo`. */
export const showBase = query({
  http: 'GET /bases/by-slug/:slug',
  input: z.object({ slug }),
  output: z.union([z.object({ movedTo: z.string() }), shownBase]),
  on: (context: Context, { slug }) => basesSeenBy(context).selectAll('base')
    .innerJoin('bases.slug as address', (join) => join.onRef('address.target_id', '=', 'base.id').on('address.kind', '=', 'base'))
    .where('address.slug', '=', slug).select('address.current').executeTakeFirst(),
  allow: anyone,
  can: { updateBase, inviteToBase, changeMemberRole, removeBaseMember, leaveBase, deleteBase, followBase },
  run: async (context: Context, _, base) => {
    if (!base.current) return { movedTo: base.slug }
    const role = roleIn(context, base.id)
    const shown = highlights.find((one) => one === base.highlights) ?? 'latest_published'
    const [highlighted, people, { resourcesCount }, collections, followed] = await Promise.all([
      highlightsOf(context, base.id, shown),
      membersOf(context, base.id, role !== null),
      resourcesSeenBy(context).where('resource.base_id', '=', base.id).where('resource.published_at', 'is not', null)
        .select((eb) => eb.fn.countAll<number>().as('resourcesCount')).executeTakeFirstOrThrow(),
      collectionsOf(context, base.id),
      context.db.selectFrom('bases.followed_base').select('base_id').where('person_id', '=', context.actor.id ?? null).where('base_id', '=', base.id).executeTakeFirst(),
    ])
    return {
      baseId: base.id, slug: base.slug, title: base.title, excerpt: base.excerpt, html: renderMarkdown(base.description),
      department: base.department, website: base.website, facebook: base.facebook, linkedin: base.linkedin, twitter: base.twitter,
      highlights: shown, highlighted: await cardsOf(context, highlighted), email: base.email_is_public || role ? base.email : null,
      emailIsPublic: base.email_is_public, isPublic: base.is_public, withheld: base.withheld as 'waiting' | null, logoFileId: base.logo_file_id, coverFileId: base.cover_file_id,
      createdAt: base.created_at, version: base.version, source: role ? base.description : null, role, ...people, resourcesCount,
      collections, followersCount: base.followers_count, followed: followed !== undefined,
    }
  },
})
