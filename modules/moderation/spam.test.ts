import { expect, test } from 'vitest'
import { looksLikeSpam } from './spam.ts'

const young = { texts: [], links: [], accountAgeMinutes: 5 }
const sentence = 'Cette fiche explique pas à pas comment retrouver une adresse de courrier dont on a perdu le mot de passe.'

test.each([
  ['a link alone', { ...young, links: ['https://loto.example'] }, true],
  ['a link inside a text', { ...young, texts: ['Cliquez vite : https://loto.example/gagner'] }, true],
  ['a link of Markdown', { ...young, texts: ['[Gagnez au loto](https://loto.example)'] }, true],
  ['an address without its beginning', { ...young, texts: ['www.loto.example'] }, true],
  ['a mail address', { ...young, texts: ['gagner@loto.example'] }, true],
  ['signs and figures are not words', { ...young, texts: ['*** 100 % *** 2026 !!! https://loto.example'] }, true],
  ['a link that words present', { ...young, texts: [sentence], links: ['https://www.example.org'] }, false],
  ['words alone, even few', { ...young, texts: ['Bonjour'] }, false],
  ['nothing at all', young, false],
  ['fifty-nine minutes', { ...young, links: ['https://loto.example'], accountAgeMinutes: 59.9 }, true],
  ['one hour', { ...young, links: ['https://loto.example'], accountAgeMinutes: 60 }, false],
  ['an account of long ago', { ...young, links: ['https://loto.example'], accountAgeMinutes: 100_000 }, false],
])('%s', (_, shown, held) => {
  expect(looksLikeSpam(shown)).toBe(held)
})
