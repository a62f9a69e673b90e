import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareReportable } from '#modules/moderation/api.ts'
import { contentDecided } from '#modules/moderation/events.ts'
import { countRecommendations } from '../counting.ts'
import { opinionsSeenBy } from './opinions.ts'
import type { Context } from '../policy.ts'
import { reported as words } from '../web/opinion.fr.ts'
import { urls } from '../web/routes.ts'

const OPINION = 'bases.opinion'
const ANSWER = 'bases.answer'

/** What is said of a resource may be reported by whoever reads it. */
declareReportable({
  kind: OPINION, label: words.opinion,
  find: async (context, id) => {
    const row = await opinionsSeenBy(context as Context).select(['resource.title', 'resource.slug', 'opinion.person_id'])
      .where('opinion.id', '=', id).where('opinion.hidden_at', 'is', null).where('resource.public_feedback', '=', true).executeTakeFirst()
    return row && { title: words.about(row.title!), href: `${urls.resource(row.slug!)}#avis-${id}`, authorId: row.person_id }
  },
})

declareReportable({
  kind: ANSWER, label: words.answer,
  find: async (context, id) => {
    const row = await opinionsSeenBy(context as Context).innerJoin('bases.answer as answer', 'answer.opinion_id', 'opinion.id')
      .select(['resource.title', 'resource.slug', 'answer.person_id']).where('answer.id', '=', id).where('answer.removed_at', 'is', null)
      .where('answer.hidden_at', 'is', null).where('resource.public_feedback', '=', true).executeTakeFirst()
    return row && { title: words.about(row.title!), href: `${urls.resource(row.slug!)}#reponse-${id}`, authorId: row.person_id }
  },
})

/** Hidden by moderators, its author alone sees it; released, everybody again. Deleted is hidden: the author may appeal. */
export const followDecisionOnOpinion = reaction({
  name: 'bases.follow-decision-on-opinion', to: contentDecided,
  run: async (workerContext: WorkerContext, { kind, targetId, decision }) => {
    const context = workerContext as Context
    if ((kind !== OPINION && kind !== ANSWER) || !['hide', 'delete', 'release'].includes(decision)) return
    const row = await context.db.updateTable(kind).set({ hidden_at: decision === 'release' ? null : context.now }).where('id', '=', targetId)
      .returningAll().executeTakeFirst()
    if (row && 'resource_id' in row) await countRecommendations(context, row.resource_id)
  },
})
