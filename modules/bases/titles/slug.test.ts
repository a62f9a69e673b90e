import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test.each([
  ['L’été à Ærø : œuvres & cætera !', 'l-ete-a-aero-oeuvres-caetera'], ['  Déjà   vu  ', 'deja-vu'], ['¿?', ''], ['Ŝtraße 2', 'strasse-2'],
  ['a'.repeat(200), 'a'.repeat(80)],
])('%s gives %s', (title, slug) => { expect(slugOf(title)).toBe(slug) })
