import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { lockedClient, type Context } from '../../policy.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'

/** A new secret; those before still work for so many hours, the time to put the new one in place. */
export const rotateClientSecret = command({
  http: 'POST /back-office/api-clients/:clientId/secret',
  input: z.object({ clientId: z.uuid(), overlapHours: z.int().min(0).max(168).default(24) }),
  output: z.object({ clientId: z.uuid(), secret: z.string() }),
  on: (context: Context, { clientId }) => lockedClient(context, clientId),
  allow: holds('administrator'),
  provedWithin: 10,
  secret: true,
  when: (client) => client.revoked_at ? 'access.client-revoked' : undefined,
  run: async ({ db, now }: Context, { overlapHours }, client) => {
    const secret = newToken()
    const end = new Date(Date.parse(now) + overlapHours * 3_600_000).toISOString()
    await db.updateTable('access.client_secret').set({ expires_at: end }).where('client_id', '=', client.id)
      .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', end)])).execute()
    await db.insertInto('access.client_secret').values({ id: v7(), client_id: client.id, hash: hashOf(secret), created_at: now }).execute()
    return { clientId: client.id, secret }
  },
})
