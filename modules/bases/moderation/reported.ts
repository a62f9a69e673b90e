import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareReportable } from '#modules/moderation/api.ts'
import { contentDecided } from '#modules/moderation/events.ts'
import { holdBasePictures, holdPublishedFiles } from '../publishing/attachments.ts'
import { indexBase, indexResource, kinds } from '../indexing.ts'
import { basesSeenBy, profilesSeenBy, resourcesSeenBy, type Context } from '../policy.ts'
import { indexProfiles } from '../profile-index.ts'
import { protectAgain } from '../publishing/publishing.ts'
import { reported as words } from '../web/reported.fr.ts'
import { urls } from '../web/routes.ts'

/** A published resource may be reported by whoever reads it. */
declareReportable({
  kind: kinds.resource, label: words.resource, defects: ['outdated', 'errors', 'duplicate'],
  find: async (context, id) => {
    const row = await resourcesSeenBy(context as Context).select(['resource.title', 'resource.slug', 'resource.created_by'])
      .where('resource.id', '=', id).where('resource.published_at', 'is not', null).executeTakeFirst()
    return row?.title && row.slug ? { title: row.title, href: urls.resource(row.slug), authorId: row.created_by } : undefined
  },
})

declareReportable({
  kind: kinds.base, label: words.base,
  find: async (context, id) => {
    const row = await basesSeenBy(context as Context).select(['base.title', 'base.slug', 'base.created_by']).where('base.id', '=', id).executeTakeFirst()
    return row && { title: row.title, href: urls.base(row.slug), authorId: row.created_by }
  },
})

declareReportable({
  kind: kinds.profile, label: words.profile,
  find: async (context, id) => {
    const row = await profilesSeenBy(context as Context).select('profile.name').where('profile.id', '=', id).executeTakeFirst()
    return row && { title: row.name ?? words.unnamed, href: urls.profile(id), authorId: id }
  },
})

type Table = 'bases.resource' | 'bases.base'

/** What a decision changes of a row; none for those that change nothing. */
const change = ({ db, now }: Context, table: Table, id: string, decision: string) => {
  const row = db.updateTable(table).where('id', '=', id)
  if (decision === 'hide') return row.where('deleted_at', 'is', null).set({ is_public: false, withheld: 'hidden' })
  if (decision === 'delete') return row.where('deleted_at', 'is', null).set({ is_public: false, withheld: 'deleted', deleted_at: now })
  if (decision !== 'release') return undefined
  // What its author deleted meanwhile stays deleted.
  return row.where('withheld', 'is not', null).set((eb) => ({
    is_public: true, withheld: null, deleted_at: eb.case().when('withheld', '=', 'deleted').then(null).else(eb.ref('deleted_at')).end(),
  }))
}

/** A base that closes closes what it holds, and opens it again. */
const protectBase = async (context: Context, base: Parameters<typeof indexBase>[1] & Parameters<typeof holdBasePictures>[1]) => {
  await holdBasePictures(context, base)
  await indexBase(context, base)
  const resources = await context.db.selectFrom('bases.resource').selectAll().where('base_id', '=', base.id)
    .where('published_at', 'is not', null).where('deleted_at', 'is', null).orderBy('id').execute()
  for (const resource of resources) {
    await holdPublishedFiles(context, resource)
    await indexResource(context, resource)
  }
}

/** A profile is hidden with its links, which `delete` takes away for good: the person and what they shared stay. */
const decideOnProfile = async (context: Context, personId: string, decision: string) => {
  const links = { website: null, linkedin: null, facebook: null, twitter: null, email_is_public: false }
  const changes = { hide: { withheld: 'hidden' }, delete: { withheld: 'deleted', ...links }, release: { withheld: null } }[decision]
  if (!changes) return
  await context.db.insertInto('bases.profile').values({ person_id: personId, ...changes })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(changes)).execute()
  await indexProfiles(context, [personId])
}

/**
 * Carries out what moderators decide: hidden, it is seen by those who write it alone, and they cannot show it; deleted, by nobody; released, by
 * all. Search and files follow in the same transaction.
 */
export const followDecision = reaction({
  name: 'bases.follow-decision', to: contentDecided,
  run: async (workerContext: WorkerContext, { kind, targetId, decision }) => {
    const context = workerContext as Context
    if (kind === kinds.resource) {
      const after = await change(context, 'bases.resource', targetId, decision)?.returningAll().executeTakeFirst()
      if (after) await protectAgain(context, after)
    } else if (kind === kinds.base) {
      const changed = await change(context, 'bases.base', targetId, decision)?.executeTakeFirst()
      if (!changed?.numUpdatedRows) return
      await protectBase(context, await context.db.selectFrom('bases.base').selectAll().where('id', '=', targetId).executeTakeFirstOrThrow())
    } else if (kind === kinds.profile) await decideOnProfile(context, targetId, decision)
  },
})
