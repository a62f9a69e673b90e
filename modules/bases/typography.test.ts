import { expect, test } from 'vitest'
import { spaced } from './typography.ts'

test('no line begins with a sign, nor ends with an opening quote', () => {
  expect(spaced('Impôts : « qui paie ? » Tous ; enfin !')).toBe('Impôts\u00a0: «\u00a0qui paie\u00a0?\u00a0» Tous\u00a0; enfin\u00a0!')
  expect(spaced('https://exemple.fr/a:b; midi:30')).toBe('https://exemple.fr/a:b; midi:30')
})
