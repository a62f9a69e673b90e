/** Most that is read of what a person types: characters, then words. More would only cost. */
const TYPED = { characters: 200, words: 20 }
/** Most that is indexed of one document: characters of each part, and different words in the lexicon. */
const WRITTEN = { characters: 200_000, words: 3_000, title: 300 }

/** A word as it was written and as it is searched. */
export interface Typed { word: string; written: string }

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const LEXICAL = /^\p{L}{3,40}$/u

/** Without what PostgreSQL refuses (null) or what hides inside words (soft hyphens, zero-width characters). */
export const clean = (text: string): string => text.toWellFormed().replace(/[\0\p{Cf}]/gu, '')

/**
 * A word as it is indexed and searched: small letters, no accent, ligatures opened. Both sides are folded here, so that the database needs
 * neither `unaccent` nor its rules.
 */
export const fold = (word: string): string =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss')

/** The words of a text, as written; signs, emoji and apostrophes separate. */
const wordsOf = (text: string): string[] => clean(text).match(WORD) ?? []

/** The first characters, without the word that the cut would break, unless it is alone. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  const start = text.slice(0, most)
  const whole = /[\p{L}\p{M}\p{N}]/u.test(text[most]!) ? start.replace(/[\p{L}\p{M}\p{N}]+$/u, '') : start
  return /[\p{L}\p{N}]/u.test(whole) ? whole : start
}

/** A title as it is suggested and sorted. */
export const titled = (title: string): string => clean(title).slice(0, WRITTEN.title).toWellFormed()

/** The folded words of a text, for the index. */
export const folded = (text: string): string => wordsOf(text.slice(0, WRITTEN.characters)).map(fold).filter(Boolean).join(' ')

/** Never searched: what PostgreSQL's French list lacks, or has with accents only. */
const EMPTY = new Set('les ils elles si aussi a etes etais etait etaient etant etions'.split(' '))
/** Words of questions that say nothing of their subject: searched only where there is nothing else. */
const IDLE = new Set(`comment pourquoi quand quel quelle quels quelles combien etre avoir faire peut peux puis dois doit faut veux meme tres
  plus tout tous toute toutes comme chez vers sans donc cela ceci ici cet cette vos quoi`.split(/\s+/))

/**
 * What a person typed, as written and folded: at most 20 different words of the first 200 characters, without the
 * empty ones.
 */
export const typed = (text: string): Typed[] => {
  const words = new Map<string, Typed>()
  for (const written of wordsOf(cut(clean(text), TYPED.characters))) {
    const word = fold(written)
    if (word && !EMPTY.has(word) && !words.has(word)) words.set(word, { word, written })
  }
  const every = [...words.values()]
  const telling = every.filter(({ word }) => !IDLE.has(word))
  return (telling.length > 0 ? telling : every).slice(0, TYPED.words)
}

/** What was typed, with other words in place of some: `l'acces numerik` becomes `l'acces numérique`. */
export const rewrite = (text: string, other: (word: string) => string | undefined): string =>
  cut(clean(text), TYPED.characters).trim().replace(WORD, (written) => other(fold(written)) ?? written)

/** The different words of a text, sorted, and how they were written, in small letters: what typing mistakes are corrected to. */
export const lexicon = (text: string): Typed[] => {
  const words = new Map<string, string>()
  for (const one of wordsOf(text.slice(0, WRITTEN.characters))) {
    const word = fold(one)
    if (LEXICAL.test(word) && !words.has(word)) words.set(word, one.normalize('NFC').toLowerCase())
    if (words.size === WRITTEN.words) break
  }
  return [...words].map(([word, written]) => ({ word, written })).toSorted((a, b) => a.word < b.word ? -1 : 1)
}
