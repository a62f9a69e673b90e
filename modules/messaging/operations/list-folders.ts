import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { folder, foldersOf } from '../folders.ts'
import type { Context } from '../policy.ts'
import { createFolder } from './create-folder.ts'
import { deleteFolder } from './delete-folder.ts'
import { renameFolder } from './rename-folder.ts'

/** The folders of one's conversations. */
export const listFolders = query({
  http: 'GET /me/message-folders',
  input: z.object({}),
  output: z.object({ folders: z.array(folder) }),
  allow: signedIn,
  confidential: true,
  can: { createFolder, renameFolder, deleteFolder },
  run: async (context: Context) => ({ folders: await foldersOf(context) }),
})
