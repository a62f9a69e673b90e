import { describe, expect, test } from 'vitest'
import { ownColours, palette, type Tint } from './palette.ts'

const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

const ratio = (a: string, b: string) => {
  const [high, low] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

const colour = (name: string): Tint => ownColours[name] ?? palette[name]!

const surfaces = ['grey-1000-50', 'grey-975-75', 'grey-950-100', 'grey-1000-75', 'grey-1000-100']
const pages = ['grey-1000-50', 'grey-975-75', 'grey-1000-75', 'grey-1000-100']

/** Words on what lies behind them, as components put them together. */
const words: [string, string[]][] = [
  ['grey-50-1000', surfaces], ['grey-200-850', surfaces], ['grey-425-625', surfaces],
  ['sea-sun-113-625', [...surfaces, 'grey-1000-75-hover', 'grey-975-75-hover', 'sea-950-100', 'sea-925-125',
    'sea-925-125-hover']],
  ['sea-975-sun-113', ['sea-sun-113-625', 'sea-sun-113-625-hover', 'sea-sun-113-625-active']],
  ['info-425-625', [...pages, 'info-950-100']], ['success-425-625', [...pages, 'success-950-100']],
  ['warning-425-625', [...pages, 'warning-950-100']], ['error-425-625', [...pages, 'error-950-100']],
  ['sand-sun-348-moon-860', ['sand-950-100']],
  ['grey-50-1000', ['success-950-100', 'info-950-100', 'error-950-100', 'warning-950-100']],
  // Inverted: on a danger button, a count, an alert's band.
  ['grey-1000-50', ['error-425-625', 'info-425-625', 'success-425-625', 'warning-425-625', 'grey-200-850']],
  ['grey-1000-75', ['accent']],
]

/** Edges and marks that one must see to use the page. */
const edges: [string, string[]][] = [
  ['grey-625-425', pages], ['sea-sun-113-625', surfaces], ['focus', surfaces], ['accent', surfaces], ['error-425-625', pages],
]

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test.each(words.flatMap(([text, behind]) => behind.map((back) => [text, back] as const)))('%s on %s reads', (text, back) => {
    expect(ratio(colour(text)[scheme], colour(back)[scheme])).toBeGreaterThanOrEqual(4.5)
  })
  test.each(edges.flatMap(([edge, behind]) => behind.map((back) => [edge, back] as const)))('%s shows on %s', (edge, back) => {
    expect(ratio(colour(edge)[scheme], colour(back)[scheme])).toBeGreaterThanOrEqual(3)
  })
})

test('the foot of the page, the same by day and by night', () => {
  for (const text of ['#d0dddb', '#f1f7f5', '#a9bcbc', '#7fd3c8']) expect(ratio(text, '#0f2c31')).toBeGreaterThanOrEqual(4.5)
  for (const edge of ['#7b9092', '#ff9f6b', '#ffb98f']) expect(ratio(edge, '#0f2c31')).toBeGreaterThanOrEqual(3)
})
