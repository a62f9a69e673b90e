import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { passkeyRemoved } from '../events.ts'
import type { Context } from '../policy.ts'
import { FRESH, keepAWayIn, myPasskeys } from '../ways-in.ts'

/** The device opens this account no more. Never the last way in. */
export const removePasskey = command({
  http: 'DELETE /me/passkeys/:passkeyId',
  input: z.object({ passkeyId: z.uuid() }),
  output: z.object({}),
  on: (context: Context, { passkeyId }) => myPasskeys(context).selectAll().where('passkey.id', '=', passkeyId).forUpdate()
    .executeTakeFirst(),
  allow: inPerson,
  provedWithin: FRESH,
  run: async (context: Context, _, { id }) => {
    const { db, actor, record } = context
    await db.deleteFrom('identity.passkey').where('id', '=', id).execute()
    await keepAWayIn(context)
    await record(passkeyRemoved, { personId: actor.id!, passkeyId: id })
    return {}
  },
})
