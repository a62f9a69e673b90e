import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw } from '#kernel/operation/raw.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { configured } from '../configuration.ts'
import type { Context } from '../policy.ts'
import { receive } from '../receive.ts'
import { fileUrl } from '../web/routes.ts'

/** A whole file in one request, its body the bytes: answers 201 with the file. A cut leaves nothing. */
export const sendFile = raw({
  http: 'PUT /files',
  input: z.object({ name: z.string().min(1).max(1000), purpose: z.enum(['image', 'file']) }),
  stream: true,
  allow: signedIn,
  handle: async (context: Context, { name, purpose }, _, { request, reply }) => {
    const most = configured().limits[purpose]
    if (Number(request.headers['content-length']) > most) throw new Refusal('files.too-large', { bytes: most }, 413)
    const file = await receive(context, { name, purpose, stream: request.raw })
    return reply.code(201).header('location', fileUrl(file.fileId)).send(file)
  },
})
