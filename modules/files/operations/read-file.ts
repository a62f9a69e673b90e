import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { send } from '../download/send.ts'
import { arrived } from '../incoming.ts'
import { fileSeenBy, type Context } from '../policy.ts'
import { keyOf } from '../storage/storage.ts'

/** The bytes of a file, for who sees it; the name in the address is for people. Of an upload that is not over, where it stands. */
export const readFile = raw({
  http: 'GET /files/:fileId/:name?',
  input: z.object({ fileId: z.uuid() }),
  on: (context: Context, { fileId }) => fileSeenBy(context, fileId).executeTakeFirst(),
  allow: anyone,
  handle: async (_, { fileId }, file, { request, reply }) => {
    if (file.state === 'uploading') {
      void reply.headers({ 'upload-offset': await arrived(fileId), 'upload-length': file.size, 'cache-control': 'no-store' })
      return reply.code(204).send()
    }
    if (file.state !== 'ready') throw new Refusal(file.refusal ?? 'files.held')
    const { name, mime, size, checksum, is_public: isPublic } = file
    return send({ request, reply }, { key: keyOf(fileId), name, mime: mime!, size, etag: `"${checksum!.slice(0, 32)}"`, isPublic })
  },
})
