import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { description, title } from '../limits.ts'
import { placeFor, writesThere, type Context } from '../policy.ts'
import { claimSlug } from '../titles/slugs.ts'

/** A selection of resources, of one's own or of a base. */
export const createCollection = command({
  http: 'POST /collections',
  input: z.object({
    title, description: description.default(''), isPublic: z.boolean().default(false), baseId: z.uuid().nullable().default(null),
  }),
  output: z.object({ collectionId: z.uuid(), slug: z.string() }),
  on: (context: Context, { baseId }) => placeFor(context, baseId),
  allow: writesThere,
  run: async (context: Context, { title, description, isPublic }, { alone, base_id, base_is_public }) => {
    const id = v7()
    const slug = await claimSlug(context, 'collection', id, title)
    await context.db.insertInto('bases.collection').values({
      id, slug, title, description, is_public: isPublic, person_id: alone ? context.actor.id! : null, base_id, base_is_public,
      created_at: context.now, updated_at: context.now,
    }).execute()
    return { collectionId: id, slug }
  },
})
