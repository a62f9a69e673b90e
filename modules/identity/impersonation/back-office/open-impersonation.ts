import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { hashOf, newToken } from '../../token.ts'
import { urls } from '../../web/routes.ts'
import { portalAddress } from '../portal-address.ts'
import { LASTS, later, stateOf } from '../state.ts'

/**
 * Makes the link that opens, once and within two minutes, a session on the portal as the person who consented. Only for who asked. Its answer
 * is a secret, kept nowhere.
 */
export const openImpersonation = command({
  http: 'POST /back-office/impersonations/:impersonationId/link',
  input: z.object({ impersonationId: z.uuid() }),
  output: z.object({ href: z.url() }),
  on: ({ db, actor }: Context, { impersonationId }) => db.selectFrom('identity.impersonation').selectAll()
    .where('id', '=', impersonationId).where('by_person_id', '=', actor.id ?? null).forUpdate().executeTakeFirst(),
  allow: holds('administrator'),
  provedWithin: 5,
  secret: true,
  when: (one, _, { now }) => stateOf(one, now) === 'accepted' ? undefined : 'identity.not-consented',
  run: async ({ db, now }: Context, _, one) => {
    const token = newToken()
    await db.updateTable('identity.impersonation').set({ token_hash: hashOf(token), token_until: later(now, LASTS.link) })
      .where('id', '=', one.id).execute()
    return { href: portalAddress() + urls.act(token) }
  },
})
