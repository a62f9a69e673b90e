import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { Refusal } from '#kernel/operation/operation.ts'
import { extensionOf } from './name.ts'

/** What a file is, by its bytes. The first extension is the usual one. */
export interface Content { mime: string; extensions: readonly string[]; kind: 'picture' | 'other' }

const pictures: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'], 'image/png': ['png'], 'image/apng': ['png', 'apng'],
  'image/webp': ['webp'], 'image/gif': ['gif'], 'image/avif': ['avif'],
}

/** All that is accepted: nothing that a browser or an office program would run as it opens. */
const others: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/zip': ['zip'],
  'audio/mpeg': ['mp3'], 'audio/ogg': ['ogg', 'oga', 'opus'],
  'video/mp4': ['mp4', 'm4v'], 'video/x-m4v': ['m4v', 'mp4'], 'video/webm': ['webm'], 'video/ogg': ['ogv', 'ogg'],
}

/** Text has no signature: its name says which, and its bytes only that it is text. */
const texts: Record<string, string> = { txt: 'text/plain', csv: 'text/csv', md: 'text/markdown', markdown: 'text/markdown' }

const WHOLE = 50_000_000
const CHUNK = 65_536

/** Control characters that no text holds; UTF-8 and the older Windows-1252, in which spreadsheets still write, both have none. */
const binary = (bytes: Buffer): boolean => bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127)
const MARKUP = /^\uFEFF?\s*<(\?xml|!doctype|html|svg|head|body|script|iframe)\b/i

const isPlainText = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(CHUNK)
    for (let at = 0; at < WHOLE; at += CHUNK) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, at)
      const bytes = buffer.subarray(0, bytesRead)
      if (binary(bytes) || (at === 0 && MARKUP.test(bytes.toString('utf8', 0, 1024)))) return false
      if (bytesRead < CHUNK) return true
    }
    return true
  } finally {
    await file.close()
  }
}

/** Refused with a sentence of their own, because people meet them: photographs of a telephone, drawings and pages. */
const refusalOf = (mime: string | undefined, extension: string): Refusal => {
  if (mime?.startsWith('image/hei')) return new Refusal('files.heic')
  if (extension === 'svg' || extension === 'html' || extension === 'htm') return new Refusal('files.type-refused')
  const announced = [...Object.values(pictures), ...Object.values(others)].some((list) => list.includes(extension)) || extension in texts
  return new Refusal(announced ? 'files.type-mismatch' : 'files.type-refused')
}

/**
 * What a file is, by its bytes.
 * @throws Refusal `files.type-refused` for what is not accepted, `files.type-mismatch` when its extension says otherwise, `files.heic`.
 */
export const contentOf = async (path: string, name: string): Promise<Content> => {
  const extension = extensionOf(name)
  const found = await fileTypeFromFile(path)
  const mime = found?.mime.split(';')[0]
  if (mime === undefined) {
    const text = texts[extension || 'txt']
    if (text && await isPlainText(path)) return { mime: text, extensions: [extension || 'txt'], kind: 'other' }
    throw refusalOf(mime, extension)
  }
  const extensions = pictures[mime] ?? others[mime]
  if (!extensions) throw refusalOf(mime, extension)
  if (extension && !extensions.includes(extension)) throw new Refusal('files.type-mismatch')
  return { mime, extensions, kind: mime in pictures ? 'picture' : 'other' }
}
