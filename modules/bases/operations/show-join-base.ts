import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { memberRole, slug } from '../limits.ts'
import { basesSeenBy, roleIn, type Context } from '../policy.ts'
import { askToJoinBase } from './ask-to-join-base.ts'
import { withdrawJoinRequest } from './withdraw-join-request.ts'

/** What one asks of a base before one is in it: nothing yet, a request that waits, or the answer to the last one. */
export const showJoinBase = query({
  http: 'GET /bases/by-slug/:slug/join-request',
  input: z.object({ slug }),
  output: z.object({
    baseId: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(), role: memberRole.nullable(),
    request: z.object({ id: z.uuid(), message: z.string(), state: z.enum(['pending', 'accepted', 'declined', 'withdrawn']), at: z.string() }).nullable(),
  }),
  on: (context: Context, { slug }) => basesSeenBy(context).select(['base.id', 'base.slug', 'base.title', 'base.excerpt'])
    .where('base.slug', '=', slug).executeTakeFirst(),
  allow: signedIn,
  can: { askToJoinBase, withdrawJoinRequest: { ...withdrawJoinRequest, allow: signedIn } },
  run: async (context: Context, _, base) => {
    const request = await context.db.selectFrom('bases.join_request').select(['id', 'message', 'state', 'created_at as at'])
      .where('base_id', '=', base.id).where('person_id', '=', context.actor.id!).orderBy('created_at', 'desc').orderBy('id', 'desc').executeTakeFirst()
    return {
      baseId: base.id, slug: base.slug, title: base.title, excerpt: base.excerpt, role: roleIn(context, base.id),
      request: request ? { ...request, state: request.state as 'pending' } : null,
    }
  },
})
