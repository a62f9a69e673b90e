import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { lockedFolder } from '../folders.ts'
import type { Context } from '../policy.ts'

/** Takes one's folder away; the conversations that it held stay, in no folder. */
export const deleteFolder = command({
  http: 'DELETE /me/message-folders/:folderId',
  input: z.object({ folderId: z.uuid() }),
  output: z.void(),
  on: (context: Context, { folderId }) => lockedFolder(context, folderId),
  allow: signedIn,
  run: async (context: Context, { folderId }) => {
    await context.db.deleteFrom('messaging.folder').where('id', '=', folderId).execute()
  },
})
