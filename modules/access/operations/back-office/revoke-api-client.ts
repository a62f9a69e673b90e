import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { lockedClient, type Context } from '../../policy.ts'

/** Closes a program for good, with every token that it still holds. Asks for no fresh proof: it may have to be done at once. */
export const revokeApiClient = command({
  http: 'DELETE /back-office/api-clients/:clientId',
  input: z.object({ clientId: z.uuid() }),
  output: z.object({ tokens: z.int() }),
  on: (context: Context, { clientId }) => lockedClient(context, clientId),
  allow: holds('administrator'),
  when: (client) => client.revoked_at ? 'access.client-revoked' : undefined,
  run: async ({ db, now }: Context, _, client) => {
    await db.updateTable('access.client').set({ revoked_at: now, version: client.version + 1 }).where('id', '=', client.id).execute()
    await db.updateTable('access.client_secret').set({ expires_at: now }).where('client_id', '=', client.id).execute()
    const { numUpdatedRows } = await db.updateTable('access.token').set({ revoked_at: now }).where('client_id', '=', client.id)
      .where('revoked_at', 'is', null).where('expires_at', '>', now).executeTakeFirstOrThrow()
    return { tokens: Number(numUpdatedRows) }
  },
})
