import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { fileSeenBy, type Context } from '../policy.ts'
import { removeFile } from './remove-file.ts'

/** What a file is, and for who has sent it how far it is: held, or refused and why. */
export const showFile = query({
  http: 'GET /files/:fileId',
  input: z.object({ fileId: z.uuid() }),
  output: z.object({
    fileId: z.uuid(), name: z.string(), mime: z.string().nullable(), size: z.int(), width: z.int().nullable(), height: z.int().nullable(),
    state: z.enum(['uploading', 'held', 'ready', 'refused']), refusal: z.string().nullable(),
  }),
  on: (context: Context, { fileId }) => fileSeenBy(context, fileId).executeTakeFirst(),
  allow: anyone,
  can: { removeFile },
  run: async (_: Context, __, { id, state, ...file }) => ({ ...file, fileId: id, state: state as 'ready' }),
})
