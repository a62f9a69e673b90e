/** A run of words that both texts have, or only one of them. Joined, those that are not `added` give the first text again. */
export interface Difference { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Above so many pairs of words to compare, what differs is told whole: a comparison must not stop the server. */
const MOST_PAIRS = 1_000_000

/** Words, spaces and signs, each on its own: joined they are the text. */
const tokensOf = (text: string) => text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu) ?? []

/** Lengths of the longest common subsequences of the ends of both lists: `at(i, j)` for what begins at i and j. */
const commonLengths = (before: readonly string[], after: readonly string[]) => {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) for (let j = after.length - 1; j >= 0; j--) {
    lengths[i * width + j] = before[i] === after[j] ? lengths[(i + 1) * width + j + 1]! + 1
      : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!)
  }
  return (i: number, j: number) => lengths[i * width + j]!
}

const joined = (steps: readonly Difference[]): Difference[] => {
  const runs: Difference[] = []
  for (const step of steps) {
    const last = runs.at(-1)
    if (last?.kind === step.kind) runs[runs.length - 1] = { kind: last.kind, text: last.text + step.text }
    else if (step.text !== '') runs.push(step)
  }
  return runs
}

const middle = (before: readonly string[], after: readonly string[]): Difference[] => {
  const whole: Difference[] = [{ kind: 'removed', text: before.join('') }, { kind: 'added', text: after.join('') }]
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST_PAIRS) return whole
  const at = commonLengths(before, after)
  const steps: Difference[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) { steps.push({ kind: 'same', text: before[i++]! }); j++ }
    else if (at(i + 1, j) >= at(i, j + 1)) steps.push({ kind: 'removed', text: before[i++]! })
    else steps.push({ kind: 'added', text: after[j++]! })
  }
  return [...steps, { kind: 'removed', text: before.slice(i).join('') }, { kind: 'added', text: after.slice(j).join('') }]
}

/**
 * What differs between two texts, word by word, by their longest common subsequence (Wagner and Fischer, 1974), once what both begin and end
 * with is set aside.
 */
export const differenceOf = (before: string, after: string): Difference[] => {
  const [old, now] = [tokensOf(before), tokensOf(after)]
  const most = Math.min(old.length, now.length)
  let head = 0
  while (head < most && old[head] === now[head]) head++
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++
  const same = (text: string): Difference => ({ kind: 'same', text })
  return joined([
    same(old.slice(0, head).join('')), ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    same(tail ? old.slice(-tail).join('') : ''),
  ])
}
