/** What the database answers of a word that no visible document has (0004-mistakes.sql): words that visible documents do have. */
export interface Unknown {
  word: string
  /** Words that begin so. */
  begun: string[]
  /** Words that look alike, and how they are written, the likest first. */
  close: string[]
  written: string[]
}

/** How a folded French word sounds, roughly: one letter a sound, so that `numerik` and `numerique` are one. */
const SOUNDS: readonly [RegExp, string][] = [
  [/ph/g, 'f'], [/qu?|ck?h?(?![eiy])|k+/g, 'k'], [/(s|t)?c(?=[eiy])|ss+|ti(?=on)|ç/g, 's'], [/g(?=[eiy])/g, 'j'], [/gu(?=[eiy])/g, 'g'],
  [/e?au|o+/g, 'o'], [/ai|ei/g, 'e'], [/[ae]n|[ae]m(?=[bp])/g, 'an'], [/y/g, 'i'], [/z/g, 's'], [/h/g, ''],
  [/(.)\1+/g, '$1'], [/(?<=..)(e?nt|e?s|e|t|x|d)$/g, ''],
]
const soundOf = (word: string): string => SOUNDS.reduce((text, [spelled, sound]) => text.replace(spelled, sound), word)

/** Letters to change, add, remove or swap with the next one to make `a` of `b` (optimal string alignment). */
export const distance = (a: string, b: string): number => {
  let [before, last]: number[][] = [[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before![j - 2]! + 1 : Infinity
      row.push(Math.min(last![j]! + 1, row[j - 1]! + 1, last![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swapped))
    }
    [before, last] = [last!, row]
  }
  return last![b.length]!
}

/** Mistakes forgiven: one in a short word, three in a long one. More would be another word. */
const forgiven = ({ length }: string): number => length < 5 ? 1 : length < 9 ? 2 : 3

/** The word that was meant, as it is written; sounding alike counts as much as being spelt alike. None when all are too far. */
export const meant = ({ word, close, written }: Unknown): { word: string; written: string } | undefined => close
  .map((one, index) => ({
    word: one, written: written[index]!,
    far: Math.min(distance(word, one), distance(soundOf(word), soundOf(one)) + 0.5), place: index,
  }))
  .filter(({ far }) => far < forgiven(word) + 1)
  .toSorted((a, b) => a.far - b.far || a.place - b.place)[0]
