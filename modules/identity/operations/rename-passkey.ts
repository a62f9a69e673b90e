import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { myPasskeys } from '../ways-in.ts'

/** Gives a passkey the name by which the person tells their devices apart. */
export const renamePasskey = command({
  http: 'PATCH /me/passkeys/:passkeyId',
  input: z.object({ passkeyId: z.uuid(), name: z.string().trim().min(1).max(60) }),
  output: z.object({}),
  on: (context: Context, { passkeyId }) => myPasskeys(context).selectAll().where('passkey.id', '=', passkeyId).forUpdate()
    .executeTakeFirst(),
  allow: inPerson,
  run: async ({ db }: Context, { name }, { id }) => {
    await db.updateTable('identity.passkey').set({ name }).where('id', '=', id).execute()
    return {}
  },
})
