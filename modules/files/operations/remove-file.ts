import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { fileSeenBy, uploaded, type Context } from '../policy.ts'

/** Removes a file that nothing shows, or gives up an upload. A job takes its bytes away. */
export const removeFile = command({
  http: 'DELETE /files/:fileId',
  input: z.object({ fileId: z.uuid() }),
  output: z.null(),
  on: (context: Context, { fileId }) => fileSeenBy(context, fileId).forNoKeyUpdate('file').executeTakeFirst(),
  allow: uploaded,
  when: (file) => file.reference_count > 0 ? 'files.in-use' : undefined,
  run: async ({ db, now }: Context, { fileId }) => {
    await db.updateTable('files.file').set({ state: 'deleted', changed_at: now }).where('id', '=', fileId).execute()
    return null
  },
})
