import type { Context } from './policy.ts'
import { totals } from './totals.ts'
import { typed } from './words.ts'

/** Words beyond these are not tried: each try is a search. */
const MOST_WORDS = 6
const MOST_TRIES = 3

/**
 * When nothing answers all the words of a text: shorter texts that do answer, for the actor, the most words first. A text is what was typed
 * without one of its words, or one of its words alone; none is offered that would find nothing.
 */
export const tries = async (context: Context, kinds: readonly string[], text: string): Promise<string[]> => {
  const words = typed(text).slice(0, MOST_WORDS)
  if (words.length < 2) return []
  const without = words.map((_, left) => words.filter((__, place) => place !== left))
  const texts = [...new Set([...words.length > 2 ? without : [], ...words.map((one) => [one])]
    .map((some) => some.map(({ written }) => written).join(' ')))]
  const found = await Promise.all(texts.map(async (one) => Object.values(await totals(context, kinds, one)).some((total) => total > 0)))
  return texts.filter((_, place) => found[place]).slice(0, MOST_TRIES)
}
