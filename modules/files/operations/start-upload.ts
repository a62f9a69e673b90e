import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { configured } from '../configuration.ts'
import { readableName } from '../name.ts'
import { admitUpload, type Context } from '../policy.ts'

/** Announces a file whose bytes then come by `PATCH /files/:fileId`, in as many parts and tries as the network wants. */
export const startUpload = command({
  http: 'POST /files',
  input: z.object({ name: z.string().min(1).max(1000), size: z.int().min(0), purpose: z.enum(['image', 'file']) }),
  output: z.object({ fileId: z.uuid() }),
  allow: signedIn,
  run: async (context: Context, { name, size, purpose }) => {
    const most = configured().limits[purpose]
    if (size === 0) throw new Refusal('files.empty')
    if (size > most) throw new Refusal('files.too-large', { bytes: most }, 413)
    const uploaded_by = await admitUpload(context)
    const id = v7()
    await context.db.insertInto('files.file').values({
      id, state: 'uploading', purpose, name: readableName(name), size, uploaded_by, created_at: context.now, changed_at: context.now,
    }).execute()
    return { fileId: id }
  },
})
