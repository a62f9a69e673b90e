/** Characters shown on each side of what was found. */
const AROUND = 90

/** One character as the database folds it (`messaging.folded`): no accent, no capital, ligatures opened. */
const fold = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')

const WORD = /[\p{L}\p{M}\p{N}]+/gu
/** Letters that two words must share, at their beginning, to be taken for one stem where the database found the stem. */
const STEM = 4
const alike = (word: string, asked: string) => word.startsWith(asked)
  || asked.length > STEM && word.startsWith(asked.slice(0, Math.max(STEM, asked.length - 3)))

/** `at`: where it stands in the text; what was left out before it stands at -1. */
export interface Part { readonly text: string; readonly isFound: boolean; readonly at: number }

/** A passage of a text around the first word that was asked, cut in parts: what was found, and the rest. */
export const excerptOf = (text: string, asked: string): Part[] => {
  const words = (asked.match(WORD) ?? []).map(fold)
  const found = [...text.matchAll(WORD)].filter(([word]) => words.some((one) => alike(fold(word), one)))
  const first = found[0]?.index ?? 0
  const from = first <= AROUND ? 0 : text.indexOf(' ', first - AROUND) + 1
  const to = Math.min(text.length, first + 2 * AROUND)
  const parts: Part[] = []
  let place = from
  for (const { index, 0: word } of found) {
    if (index < from || index + word.length > to) continue
    if (index > place) parts.push({ text: text.slice(place, index), isFound: false, at: place })
    parts.push({ text: word, isFound: true, at: index })
    place = index + word.length
  }
  if (place < to) parts.push({ text: text.slice(place, to), isFound: false, at: place })
  if (from > 0) parts.unshift({ text: '… ', isFound: false, at: -1 })
  if (to < text.length) parts.push({ text: ' …', isFound: false, at: text.length })
  return parts
}
