import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { resourceSaved } from '../events.ts'
import { editsCollection, lockedCollection, resourcesSeenBy, type Context } from '../policy.ts'
import { favouritesOf, keep, putInCollection } from '../saving.ts'

const collectionFor = async (context: Context, collectionId: string | null) => {
  if (collectionId === null) return { ...await favouritesOf(context, context.actor.id!), person_id: context.actor.id! }
  const collection = await lockedCollection(context, collectionId)
  if (!collection) throw new Refusal('bases.no-collection', {}, 404)
  if (!editsCollection.holds(context.actor, collection)) throw new Refusal('forbidden', {}, 403)
  return collection
}

/** Keeps a published resource in a collection of one's own or of one's base; in one's favourites when none is named. */
export const saveResource = command({
  http: 'PUT /resources/:resourceId/save',
  input: z.object({ resourceId: z.uuid(), collectionId: z.uuid().nullable().default(null) }),
  output: z.object({ collectionId: z.uuid() }),
  on: (context: Context, { resourceId }) => resourcesSeenBy(context).select(['resource.id', 'resource.published_at'])
    .where('resource.id', '=', resourceId).executeTakeFirst(),
  allow: signedIn,
  when: ({ published_at }) => published_at === null ? 'bases.not-published' : undefined,
  run: async (context: Context, { collectionId }, resource) => {
    const collection = await collectionFor(context, collectionId)
    await putInCollection(context, collection.id, resource.id)
    const first = collection.person_id !== null && await keep(context, collection.person_id, resource.id)
    if (first) await context.record(resourceSaved, { resourceId: resource.id })
    return { collectionId: collection.id }
  },
})
