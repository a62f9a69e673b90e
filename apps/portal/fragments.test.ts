import { createElement } from 'react'
import { expect, test } from 'vitest'
import { keep, keepHydrated } from './fragments.ts'

const shown = (words: string) => createElement('p', null, words)

test('a part is rendered once for its key, safely, and again for another', () => {
  let times = 0
  const content = () => { times++; return shown('<script>') }
  expect([keep('one', content), keep('one', content)]).toEqual(['<p>&lt;script&gt;</p>', '<p>&lt;script&gt;</p>'])
  expect(times).toBe(1)
  expect(keep('two', () => shown('other'))).toBe('<p>other</p>')
})

test('what is met often stays, however many rare ones come', () => {
  let times = 0
  const often = () => keep('foot', () => { times++; return shown('foot') })
  for (let rare = 0; rare < 3000; rare++) {
    keep(`rare ${rare}`, () => shown('rare'))
    often()
  }
  expect(times).toBe(1)
  expect(keep('rare 0', () => shown('again'))).toBe('<p>again</p>')
})

test('a page that React takes over has the marks between texts by which it knows its own again, and parts of its own', () => {
  const texts = () => createElement('p', null, 'one', 'two')
  expect([keep('texts', texts), keepHydrated('texts', texts)]).toEqual(['<p>onetwo</p>', '<p>one<!-- -->two</p>'])
})
