import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { configured } from '../configuration.ts'
import { send } from '../download/send.ts'
import { largest } from '../limits.ts'
import { fileSeenBy, type Context } from '../policy.ts'
import { keyOf } from '../storage/storage.ts'

/** A picture at least as wide as asked, if it is that wide: the narrowest copy that does. */
export const readPicture = raw({
  http: 'GET /images/:fileId/:width',
  input: z.object({ fileId: z.uuid(), width: z.int().min(1).max(largest) }),
  on: (context: Context, { fileId }) => fileSeenBy(context, fileId).where('file.state', '=', 'ready').where('file.width', 'is not', null)
    .executeTakeFirst(),
  allow: anyone,
  handle: async (_, { fileId, width: asked }, file, { request, reply }) => {
    const { name, mime, size, checksum, widths, is_public: isPublic } = file
    const width = widths.toSorted((a, b) => a - b).find((one) => one >= asked)
    const key = keyOf(fileId, width)
    const kept = width === undefined ? { size } : await configured().storage.head(key)
    if (!kept) throw new Refusal('not-found', {}, 404)
    const etag = `"${checksum!.slice(0, 32)}${width === undefined ? '' : `-${width}`}"`
    return send({ request, reply }, { key, name, mime: mime!, size: kept.size, etag, isPublic })
  },
})
