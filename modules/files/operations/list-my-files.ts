import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { myFiles, type Context } from '../policy.ts'

const PAGE = 50

/** One's own files, the newest first. `isShown`: something shows it, so it cannot be removed here. */
export const listMyFiles = query({
  http: 'GET /files',
  input: z.object({ before: z.uuid().optional() }),
  output: z.object({
    files: z.array(z.object({
      fileId: z.uuid(), name: z.string(), mime: z.string().nullable(), size: z.int(),
      state: z.enum(['uploading', 'held', 'ready', 'refused']), isShown: z.boolean(), createdAt: z.string(),
    })),
    /** Cursor of what comes after; none at the end. */
    next: z.uuid().nullable(),
  }),
  allow: signedIn,
  run: async (context: Context, { before }) => {
    const rows = await myFiles(context).selectAll('file').$if(before !== undefined, (list) => list.where('file.id', '<', before!))
      .orderBy('file.id', 'desc').limit(PAGE + 1).execute()
    const files = rows.slice(0, PAGE).map(({ id, name, mime, size, state, reference_count, created_at }) =>
      ({ fileId: id, name, mime, size, state: state as 'ready', isShown: reference_count > 0, createdAt: created_at }))
    return { files, next: rows.length > PAGE ? files.at(-1)!.fileId : null }
  },
})
