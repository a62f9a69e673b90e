import { z } from 'zod'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareKind, declareSubject, notify } from '#modules/notifications/api.ts'
import { opinionAnswered, opinionGiven } from '../events.ts'
import { kinds } from '../indexing.ts'
import { resourcesSeenBy, type Context, type Tables } from '../policy.ts'
import { fr } from '../web/opinion-notices.fr.ts'
import { urls } from '../web/routes.ts'

type Worker = WorkerContext<Tables>

const params = z.object({ title: z.string(), slug: z.string() })
const common = {
  importance: 'normal', channels: { mail: 'daily' }, family: fr.family, params, href: ({ slug }: z.output<typeof params>) => urls.opinions(slug),
} as const
const given = declareKind({
  ...common, code: 'bases.opinion-given', label: fr.given.label, text: ({ title }) => ({ title: fr.given.title(title) }),
  grouped: (count, { title }) => fr.given.several(count, title),
})
const answered = declareKind({
  ...common, code: 'bases.opinion-answered', label: fr.answered.label, text: ({ title }) => ({ title: fr.answered.title(title) }),
  grouped: (count, { title }) => fr.answered.several(count, title),
})

declareSubject({
  kind: kinds.resource, label: fr.subject,
  find: async (context, id) => {
    const row = await resourcesSeenBy(context as Context).select(['resource.title', 'resource.slug']).where('resource.id', '=', id).executeTakeFirst()
    return row?.title && row.slug ? { title: row.title, href: urls.resource(row.slug) } : undefined
  },
})

/** The resource as long as it is published, where it is, and those who write it. */
const resourceOf = async ({ db }: Worker, id: string) => {
  const row = await db.selectFrom('bases.resource').select(['title', 'slug', 'is_open', 'base_id', 'created_by']).where('id', '=', id)
    .where('published_at', 'is not', null).where('deleted_at', 'is', null).executeTakeFirst()
  if (!row?.slug) return undefined
  const writers = await db.selectFrom('bases.resource_contributor').select('person_id').where('resource_id', '=', id).execute()
  return {
    isOpen: row.is_open, writers: [row.created_by, ...writers.map(({ person_id }) => person_id)].filter((one) => one !== null),
    told: {
      params: { title: row.title!, slug: row.slug }, about: { kind: kinds.resource, id }, within: row.base_id ? [{ kind: kinds.base, id: row.base_id }] : [],
    },
  }
}

const tellOpinion = reaction({
  name: 'bases.tell-opinion', to: opinionGiven,
  run: async (context: Worker, { opinionId }) => {
    const row = await context.db.selectFrom('bases.opinion').select('resource_id').where('id', '=', opinionId).where('hidden_at', 'is', null).executeTakeFirst()
    const resource = row && await resourceOf(context, row.resource_id)
    if (resource) await notify(context, { kind: given, to: resource.writers, ...resource.told, key: opinionId })
  },
})

const tellAnswer = reaction({
  name: 'bases.tell-answer', to: opinionAnswered,
  run: async (context: Worker, { answerId }) => {
    const row = await context.db.selectFrom('bases.answer as answer').innerJoin('bases.opinion as opinion', 'opinion.id', 'answer.opinion_id')
      .leftJoin('bases.answer as above', 'above.id', 'answer.answer_id')
      .select(['opinion.resource_id', 'answer.person_id as by', 'opinion.person_id as judge', 'above.person_id as asker'])
      .where('answer.id', '=', answerId).where('answer.removed_at', 'is', null).where('answer.hidden_at', 'is', null).executeTakeFirst()
    const resource = row && await resourceOf(context, row.resource_id)
    if (!resource) return
    // Once it is closed, those who only read it would be led to a page that they do not see.
    const readers = resource.isOpen ? [row.judge, row.asker].filter((one) => one !== null) : []
    const to = [...resource.writers, ...readers].filter((one) => one !== row.by)
    await notify(context, { kind: answered, to, ...resource.told, key: answerId })
  },
})

/** Those who write a resource are told of what is thought of it; those who answered or judged, of what is answered. */
export const opinionTellings = [tellOpinion, tellAnswer]
