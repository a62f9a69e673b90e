import { basename, extname } from 'node:path'

const LONGEST = 150
/** Control characters, and those that turn the direction of writing: `exe.txt` could show as `txt.exe`. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** By code points, as PostgreSQL counts. */
const cut = (text: string, length: number): string => Array.from(text).slice(0, length).join('')

export const extensionOf = (name: string): string => extname(name).slice(1).toLowerCase()

/**
 * The name that people will read, from what a browser sent: no folders, nothing unseen, 150 characters at most with its extension.
 * It never names anything on a disk.
 */
export const readableName = (sent: string): string => {
  const name = basename(sent.replaceAll('\\', '/')).normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim()
  if (/^\.*$/.test(name)) return 'fichier'
  const extension = extname(name).slice(0, 12)
  return cut(name.slice(0, name.length - extname(name).length), LONGEST - extension.length) + extension
}

/** The same name with the extension of what the file has become, or got. */
export const withExtension = (name: string, extension: string): string => {
  const stem = name.slice(0, name.length - extname(name).length)
  return `${cut(stem, LONGEST - extension.length - 1)}.${extension}`
}
