import { refresh } from './live-refresh.ts'
import type { Line, Position } from './live-ways.ts'

/** Where this tab keeps what it has heard, so that its next page resumes there. */
const KEPT = 'sillage-live'

/** The last entry that this page has heard, and of whose stream. */
export const position: Position = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')

const move = (person: string, seq: number) => {
  Object.assign(position, { person, seq })
  sessionStorage.setItem(KEPT, JSON.stringify(position))
}

/**
 * Takes one line of the stream: what is new is said to the page.
 * @param own this tab holds the connection. @returns false where an entry is missing before this one.
 */
export const take = ({ welcome, reset, seq, message }: Line, person: string, own: boolean): boolean => {
  const where = welcome ?? reset
  if (where) {
    move(where.person, where.seq)
    if (reset) refresh('*')
    return true
  }
  const known = position.person === person ? position.seq : undefined
  if (seq === undefined || known !== undefined && seq <= known) return true
  if (own && known !== undefined && seq > known + 1) return false
  move(person, seq)
  const { topic, expiration } = message!.metadata
  if (expiration && Date.parse(expiration) < Date.now()) return true
  document.dispatchEvent(new CustomEvent('sillage:signal', { detail: message }))
  refresh(topic)
  return true
}
