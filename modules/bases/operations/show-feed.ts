import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'

const A_PAGE = 12

/** Why a resource is in the feed: the base, or the person, that one follows. */
const reason = z.object({ kind: z.enum(['base', 'person']), id: z.uuid(), slug: z.string().nullable(), name: z.string() })

/**
 * What those that one follows have published, the newest first, each saying why it is there. `next` asks for what came before.
 * `followsNothing` tells an empty feed from one that waits.
 */
export const showFeed = query({
  http: 'GET /my/feed',
  input: z.object({ before: z.string().max(200).optional() }),
  output: z.object({ items: z.array(z.object({ resource: resourceCard, why: reason })), next: z.string().nullable(), followsNothing: z.boolean() }),
  allow: signedIn,
  run: async (context: Context, { before }) => {
    const { db, actor } = context
    const place = placeOf(before)
    const rows = await resourcesSeenBy(context)
      .leftJoin('bases.followed_base as by_base', (join) => join.onRef('by_base.base_id', '=', 'resource.base_id').on('by_base.person_id', '=', actor.id!))
      .leftJoin('bases.followed_person as by_person', (join) => join.onRef('by_person.followed_id', '=', 'resource.created_by').on('by_person.person_id', '=', actor.id!))
      .leftJoin('bases.base as base', 'base.id', 'by_base.base_id')
      .leftJoin('identity.card as person', (join) => join.onRef('person.id', '=', 'by_person.followed_id').on('person.is_public', '=', true))
      .where('resource.published_at', 'is not', null)
      .where((eb) => eb.or([eb('base.id', 'is not', null), eb('person.name', 'is not', null)]))
      .$if(place !== undefined, (some) => some.where(sql<boolean>`(resource.published_at, resource.id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`))
      .select(['resource.id', 'base.id as base_id', 'base.slug as base_slug', 'base.title as base_title', 'person.id as person_id', 'person.name as person_name'])
      .select(sql<string>`to_char(resource.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'))
      .orderBy('resource.published_at', 'desc').orderBy('resource.id', 'desc').limit(A_PAGE + 1).execute()
    const shown = rows.slice(0, A_PAGE)
    const cards = new Map((await cardsOf(context, shown.map(({ id }) => id))).map((card) => [card.id, card]))
    const { follows } = await db.selectNoFrom((eb) => eb.or([
      eb.exists(eb.selectFrom('bases.followed_base').select('base_id').where('person_id', '=', actor.id!)),
      eb.exists(eb.selectFrom('bases.followed_person').select('followed_id').where('person_id', '=', actor.id!)),
    ]).as('follows')).executeTakeFirstOrThrow()
    const why = (row: typeof rows[number]) => row.base_id
      ? { kind: 'base' as const, id: row.base_id, slug: row.base_slug, name: row.base_title! }
      : { kind: 'person' as const, id: row.person_id!, slug: null, name: row.person_name! }
    return {
      items: shown.flatMap((row) => { const resource = cards.get(row.id); return resource ? { resource, why: why(row) } : [] }),
      next: rows.length > A_PAGE ? cursorOf({ at: shown.at(-1)!.at, id: shown.at(-1)!.id }) : null, followsNothing: !follows,
    }
  },
})
