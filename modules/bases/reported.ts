import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareReportable } from '#modules/moderation/api.ts'
import { contentDecided } from '#modules/moderation/events.ts'
import { kinds } from './indexing.ts'
import { resourcesSeenBy, type Context } from './policy.ts'
import { protectAgain } from './publishing.ts'
import { reported as words } from './web/reported.fr.ts'
import { urls } from './web/routes.ts'

/** A published resource may be reported by whoever reads it. */
declareReportable({
  kind: kinds.resource, label: words.resource,
  find: async (context, id) => {
    const row = await resourcesSeenBy(context as Context).select(['resource.title', 'resource.slug', 'resource.created_by'])
      .where('resource.id', '=', id).where('resource.published_at', 'is not', null).executeTakeFirst()
    return row?.title && row.slug ? { title: row.title, href: urls.resource(row.slug), authorId: row.created_by } : undefined
  },
})

/** What moderators hide becomes private: those who write it still see it, and search and files follow in the same transaction. */
export const hideReported = reaction({
  name: 'bases.hide-reported', to: contentDecided,
  run: async (workerContext: WorkerContext, { kind, targetId, decision }) => {
    if (kind !== kinds.resource || decision !== 'hide') return
    const context = workerContext as Context
    const hidden = await context.db.updateTable('bases.resource').set((eb) => ({ is_public: false, version: eb('version', '+', 1) }))
      .where('id', '=', targetId).where('is_public', '=', true).where('deleted_at', 'is', null).returningAll().executeTakeFirst()
    if (hidden) await protectAgain(context, hidden)
  },
})
