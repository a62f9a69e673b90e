import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { cardsOf, resourceCard } from '../cards.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { resourcesSeenBy, type Context } from '../policy.ts'

const A_PAGE = 12

type Place = ReturnType<typeof placeOf>

/** The latest of one that is followed: a reading of its index, however many resources there are. */
const latestOf = (context: Context, whose: RawBuilder<boolean>, place: Place) => resourcesSeenBy(context)
  .select(['resource.id', 'resource.published_at']).where('resource.published_at', 'is not', null).where(whose)
  .$if(place !== undefined, (some) => some.where(sql<boolean>`(resource.published_at, resource.id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`))
  .orderBy('resource.published_at', 'desc').orderBy('resource.id', 'desc').limit(A_PAGE + 1).as('latest')

const at = sql<string>`to_char(latest.published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at')
const none = sql<null>`null`

/** A resource of the feed, and what is followed that it is there for: a base, or a person. */
interface Row {
  id: string; published_at: string; at: string
  base_id: string | null; base_slug: string | null; base_title: string | null; person_id: string | null; person_name: string | null
}

const byBase = (context: Context, place: Place) => context.db.selectFrom('bases.followed_base as followed')
  .innerJoin('bases.base as base', 'base.id', 'followed.base_id')
  .innerJoinLateral(latestOf(context, sql`resource.base_id = followed.base_id`, place), (join) => join.onTrue())
  .where('followed.person_id', '=', context.actor.id!)
  .select(['latest.id', 'latest.published_at', at, 'base.id as base_id', 'base.slug as base_slug', 'base.title as base_title'])
  .select([sql<null>`null::uuid`.as('person_id'), none.as('person_name')]).$castTo<Row>()

const byPerson = (context: Context, place: Place) => context.db.selectFrom('bases.followed_person as followed')
  .innerJoin('identity.card as person', (join) => join.onRef('person.id', '=', 'followed.followed_id').on('person.is_public', '=', true))
  .innerJoinLateral(latestOf(context, sql`resource.created_by = followed.followed_id`, place), (join) => join.onTrue())
  .where('followed.person_id', '=', context.actor.id!)
  .select(['latest.id', 'latest.published_at', at]).select([sql<null>`null::uuid`.as('base_id'), none.as('base_slug'), none.as('base_title')])
  .select(['person.id as person_id', 'person.name as person_name']).$castTo<Row>()

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
    const found = await byBase(context, place).unionAll(byPerson(context, place)).orderBy('published_at', 'desc').orderBy('id', 'desc')
      .limit(2 * (A_PAGE + 1)).execute()
    // Of a base and of a person that one follows both: the base says why.
    const rows = [...new Map([...found.filter((row) => !row.base_id), ...found.filter((row) => row.base_id)].map((row) => [row.id, row])).values()]
      .toSorted((one, other) => found.indexOf(one) - found.indexOf(other))
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
