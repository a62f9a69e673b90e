import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { configured } from '../configuration.ts'

export interface Letter {
  id: string
  receivedAt: string
  from: string
  to: string
  subject: string
  text: string
  html: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The first 48 bits of a UUIDv7 are the milliseconds at which it was made (RFC 9562 §5.7). */
const instantOf = (id: string) => new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toISOString()

const missing = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined
  throw error
}

/** One mail, or none under this identifier, which cannot name another file. */
export const letterOf = async (id: string): Promise<Letter | undefined> => {
  if (!UUID.test(id)) return undefined
  const raw = await readFile(join(configured().mailbox, `${id}.eml`)).catch(missing)
  if (!raw) return undefined
  const { from, to, subject, text, html } = await PostalMime.parse(raw)
  return {
    id, receivedAt: instantOf(id), from: from?.name || from?.address || '', to: to?.map((one) => one.address ?? '').join(', ') ?? '',
    subject: subject ?? '', text: text ?? '', html: html ?? '',
  }
}

/** The last ones first. */
export const lastLetters = async (most: number): Promise<Letter[]> => {
  const names = await readdir(configured().mailbox).catch(missing) ?? []
  const ids = names.map((name) => name.replace(/\.eml$/, '')).filter((id) => UUID.test(id)).toSorted().toReversed().slice(0, most)
  return (await Promise.all(ids.map(letterOf))).filter((letter) => letter !== undefined)
}
