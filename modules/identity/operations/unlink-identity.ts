import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { identityUnlinked } from '../events.ts'
import type { Context } from '../policy.ts'
import { FRESH, keepAWayIn, myIdentities } from '../ways-in.ts'

/** The identity opens this account no more, and may be linked to another. Never the last way in. */
export const unlinkIdentity = command({
  http: 'DELETE /me/identities/:identityId',
  input: z.object({ identityId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { identityId }) => myIdentities(context).selectAll().where('identifier.id', '=', identityId).forUpdate()
    .executeTakeFirst(),
  allow: inPerson,
  provedWithin: FRESH,
  run: async (context: Context, _, identity) => {
    const { db, now, actor, record } = context
    await db.updateTable('identity.external_identifier').set({ valid_to: now }).where('id', '=', identity.id).execute()
    await keepAWayIn(context)
    await record(identityUnlinked, { personId: actor.id!, identityId: identity.id })
    return {}
  },
})
