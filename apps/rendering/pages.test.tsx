import { Children, type ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Kept } from '#design/Kept.tsx'
import { createPages } from './pages.ts'

const page = createPages(renderToStaticMarkup)
const part = (by: string, content: () => ReactNode) => <Kept as="nav" by={by}>{content}</Kept>
const shown = (words: string) => <p>{words}</p>
const html = (...content: ReactNode[]) => page(() => Children.map(content, (one) => <li>{one}</li>)).toString()
const listed = (...items: string[]) => `<!DOCTYPE html>${items.map((one) => `<li>${one}</li>`).join('')}`

test('a part is rendered once for its key, safely, and again for another', () => {
  let times = 0
  const content = () => { times++; return shown('<script>’') }
  const [mine, other] = ['<nav><p>&lt;script&gt;’</p></nav>', '<nav><p>other</p></nav>']
  expect(html(part('one', content), part('two', () => shown('other')), part('one', content))).toBe(listed(mine, other, mine))
  expect(html('€', part('one', content))).toBe(listed('€', mine))
  expect(times).toBe(1)
})

test('what is met often stays, however many rare ones come', () => {
  let times = 0
  const often = part('foot', () => { times++; return shown('foot') })
  for (let rare = 0; rare < 3000; rare++) html(part(`rare ${rare}`, () => shown('rare')), often)
  expect(times).toBe(1)
  expect(html(part('rare 0', () => shown('again')))).toBe(listed('<nav><p>again</p></nav>'))
})

test('a page holds more parts than are kept', () => {
  const many = Array.from({ length: 1500 }, (_, at) => `part ${at}`)
  expect(html(...many.map((one) => part(one, () => one)))).toBe(listed(...many.map((one) => `<nav>${one}</nav>`)))
})

test('a page that React takes over has the marks between texts by which it knows its own again, and parts of its own', () => {
  const texts = part('texts', () => <p>one{'two'}</p>)
  const hydrated = createPages(renderToString)
  expect(html(texts)).toBe(listed('<nav><p>onetwo</p></nav>'))
  expect(hydrated(() => texts).toString()).toBe('<!DOCTYPE html><nav><p>one<!-- -->two</p></nav>')
})

test('a text of this page alone is put as it is, and one that looks like a mark is only a text', () => {
  const put = page((text) => <script>{text('{"a":"’<!--0-->"}')}</script>).toString()
  expect(put).toBe('<!DOCTYPE html><script>{"a":"’<!--0-->"}</script>')
})

test('half of a character is replaced, as a browser would, and a page longer than the desk is whole', () => {
  expect(html('half \uD83D of one')).toBe(listed('half \uFFFD of one'))
  const long = '’'.repeat(1_100_000)
  expect(html(long)).toBe(listed(long))
})
