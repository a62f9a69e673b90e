import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#kernel/operation/actor.ts'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { ratingOf } from '../opinions/opinions.ts'
import { peopleOf } from '../people.ts'
import { resourceWithRights, type Context } from '../policy.ts'
import { answerOpinion } from './answer-opinion.ts'
import { giveOpinion } from './give-opinion.ts'
import { removeAnswer } from './remove-answer.ts'
import { removeOpinion } from './remove-opinion.ts'

const A_PAGE = 10

const rating = z.int().min(1).max(4)
/** `author` is null for somebody who left; their `name`, when their profile is private. */
const author = z.object({ id: z.uuid(), name: z.string().nullable() }).nullable()
const said = { id: z.uuid(), author, text: z.string(), at: z.string(), removable: z.boolean() }

type Said = { id: string; person_id: string | null; text: string; at: string }
type ByPerson = { allow: { holds: (who: Actor, row: never) => boolean } }

/** Opinions on a resource, the latest first, each with its answers in their order; and the reader's own, wherever it stands. */
export const listOpinions = query({
  http: 'GET /resources/:resourceId/opinions',
  input: z.object({ resourceId: z.uuid(), opinionsBefore: z.string().max(200).optional() }),
  output: z.object({
    rating: rating.nullable(), count: z.int(), next: z.string().nullable(), own: z.object({ id: z.uuid(), rating, text: z.string() }).nullable(),
    opinions: z.array(z.object({ ...said, rating, edited: z.boolean(), answers: z.array(z.object({ ...said, /** The answer that it answers. */ answerId: z.uuid().nullable(), removed: z.boolean() })) })),
    /** Those who write the resource closed opinions: none is shown. */
    closed: z.boolean(),
  }),
  on: (context: Context, { resourceId }) => resourceWithRights(context).where('resource.id', '=', resourceId)
    .where('resource.published_at', 'is not', null).executeTakeFirst(),
  allow: anyone,
  can: { giveOpinion },
  run: async (context: Context, { opinionsBefore }, resource) => {
    const { db, actor } = context
    if (!resource.public_feedback) return { closed: true, rating: null, count: 0, next: null, own: null, opinions: [] }
    const place = placeOf(opinionsBefore)
    const [rows, own] = await Promise.all([
      db.selectFrom('bases.opinion as opinion').selectAll().where('resource_id', '=', resource.id)
        .where((eb) => eb.or([eb('hidden_at', 'is', null), eb('person_id', '=', actor.id ?? null)]))
        .$if(place !== undefined, (some) => some.where(sql<boolean>`(at, id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`))
        .orderBy('at', 'desc').orderBy('id', 'desc').limit(A_PAGE + 1).execute(),
      db.selectFrom('bases.opinion').select(['id', 'rating', 'text']).where('resource_id', '=', resource.id).where('person_id', '=', actor.id ?? null).executeTakeFirst(),
    ])
    const shown = rows.slice(0, A_PAGE)
    const answers = shown.length === 0 ? [] : await db.selectFrom('bases.answer').selectAll()
      .where((eb) => eb.or([eb('hidden_at', 'is', null), eb('person_id', '=', actor.id ?? null)]))
      .where('opinion_id', 'in', shown.map(({ id }) => id)).orderBy('at').orderBy('id').execute()
    const people = new Map((await peopleOf(context, [...shown, ...answers].map(({ person_id }) => person_id), { everyone: false })).map((one) => [one.id, one.name]))
    const wordsOf = (one: Said, command: ByPerson) => ({
      id: one.id, text: one.text, at: one.at, removable: command.allow.holds(actor, one as never),
      author: one.person_id ? { id: one.person_id, name: people.get(one.person_id) ?? null } : null,
    })
    return {
      rating: ratingOf(resource.ratings_sum, resource.opinions_count), count: resource.opinions_count, own: own ?? null, closed: false,
      next: rows.length > A_PAGE ? cursorOf({ at: shown.at(-1)!.at, id: shown.at(-1)!.id }) : null,
      opinions: shown.map((one) => ({
        ...wordsOf(one, removeOpinion), rating: one.rating, edited: one.edited_at !== null,
        answers: answers.filter(({ opinion_id }) => opinion_id === one.id).map((answer) => ({
          ...wordsOf(answer, removeAnswer), answerId: answer.answer_id, removed: answer.removed_at !== null,
        })),
      })),
    }
  },
})

/** Commands whose forms stand beside each opinion: the page asks for them by row. */
export const aboutOpinions = { answerOpinion, removeAnswer, removeOpinion }
