import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { lockedFolder, refuseTwin } from '../folders.ts'
import { folderName } from '../limits.ts'
import type { Context } from '../policy.ts'

/** Calls one's folder otherwise. */
export const renameFolder = command({
  http: 'PATCH /me/message-folders/:folderId',
  input: z.object({ folderId: z.uuid(), name: folderName }),
  output: z.void(),
  on: (context: Context, { folderId }) => lockedFolder(context, folderId),
  allow: signedIn,
  run: async (context: Context, { folderId, name }) => {
    await refuseTwin(context, name, folderId)
    await context.db.updateTable('messaging.folder').set({ name }).where('id', '=', folderId).execute()
  },
})
