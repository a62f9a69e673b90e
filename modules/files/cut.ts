import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { bytesOf } from './bytes.ts'
import { MOST_PIXELS } from './picture.ts'
import { admitUpload, fileSeenBy, type Context } from './policy.ts'
import { store } from './receive.ts'

/** A part of a picture, in its pixels. */
export interface Rectangle { x: number; y: number; width: number; height: number }

/**
 * Draws a part of a picture as a new file of the actor's; the picture itself stays as it is. Not inside a transaction.
 * @returns the identifier of the new file. @throws Refusal 404 for a picture that one does not see, `files.outside-of-picture` with the size of
 * the picture, and those of an upload.
 */
export const cut = async (context: KernelContext, fileId: string, { x, y, width, height }: Rectangle): Promise<string> => {
  const uploadedBy = await admitUpload(context as Context)
  const picture = await fileSeenBy(context as Context, fileId).where('file.state', '=', 'ready').executeTakeFirst()
  if (!picture?.width) throw new Refusal('not-found', {}, 404)
  if (x + width > picture.width || y + height > picture.height!) {
    throw new Refusal('files.outside-of-picture', { width: picture.width, height: picture.height! })
  }
  // Opened last: a stream that nobody reads stays open.
  const bytes = await bytesOf(fileId)
  if (!bytes) throw new Refusal('not-found', {}, 404)
  // Without loss: it is compressed once, when it is stored.
  const part = await sharp(await buffer(bytes.stream), { limitInputPixels: MOST_PIXELS })
    .extract({ left: x, top: y, width, height }).png().toBuffer()
  return store(context, { name: picture.name.replace(/\.\w+$/, '.png'), bytes: part, uploadedBy })
}
