import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { Refusal } from '../operation/operation.ts'
import type { PageCall } from './call.ts'

/** A form holds words: this many bytes in all for its fields, files apart. */
const MOST_BYTES = 1_048_576

/**
 * Reads a form. A file in it goes straight to where files are kept, without a stop in memory, and its identifier takes the
 * place of the field's value: a browser without JavaScript sends fields and file together.
 * @param fields filled with what is read, so that a file that is refused loses nothing of what was typed beside it.
 */
export const readForm = async (request: Request, page: PageCall, fields: Record<string, string[]>): Promise<void> => {
  const type = request.headers.get('content-type') ?? ''
  const add = (name: string, value: string) => { (fields[name] ??= []).push(value) }
  if (!type.startsWith('multipart/form-data')) {
    const body = await request.text()
    if (body.length > MOST_BYTES) throw new Refusal('too-large', {}, 413)
    for (const [name, value] of new URLSearchParams(body)) add(name, value)
    return
  }
  if (!request.body) return
  const files: Promise<void>[] = []
  const streams: Readable[] = []
  const parser = new Busboy({ headers: { 'content-type': type }, limits: { fieldSize: MOST_BYTES, fields: 200, files: 10 } })
  parser.on('field', (name, value) => add(name, value))
  parser.on('file', (name, stream, filename) => {
    if (!filename || !page.receive) { stream.resume(); return }
    streams.push(stream)
    // Hidden before the file in the form: what it is for.
    const purpose = fields['_purpose']?.at(-1) === 'image' ? 'image' : 'file'
    const receiving = page.receive(page.call, { name: filename, stream, purpose }).then(({ fileId }) => add(name, fileId))
    files.push(receiving)
    receiving.catch(() => stream.resume())
  })
  const source = Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0])
  try {
    await pipeline(source, parser)
  } catch (error) {
    // The browser went away, or what it sent is not a form: what was being received is given up, and leaves nothing behind.
    for (const stream of streams) stream.destroy(error as Error)
    await Promise.allSettled(files)
    throw new Refusal('bad-request', {}, 400)
  }
  await Promise.all(files)
}
