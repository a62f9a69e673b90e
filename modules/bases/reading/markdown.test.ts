import { expect, test } from 'vitest'
import { excerptOf, plainText, renderMarkdown } from './markdown.ts'

test('Markdown becomes HTML under the titles of its page', () => {
  expect(renderMarkdown('# Un\n\n- **deux**\n')).toBe('<h3>Un</h3>\n<ul>\n<li><strong>deux</strong></li>\n</ul>\n')
})

test('no level of heading is skipped, whichever one the person wrote', () => {
  expect(renderMarkdown('## Un\n\n#### Deux\n\n## Trois')).toBe('<h3>Un</h3>\n<h4>Deux</h4>\n<h3>Trois</h3>\n')
})

test('links lead to the web or to a mail, and lend no credit', () => {
  expect(renderMarkdown('[ici](https://exemple.fr)')).toBe('<p><a href="https://exemple.fr" rel="nofollow noopener">ici</a></p>\n')
  expect(renderMarkdown('https://exemple.fr/a')).toContain('<a href="https://exemple.fr/a" rel="nofollow noopener">')
  for (const url of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/admin', '//ailleurs.fr',
    'vbscript:x']) {
    expect(renderMarkdown(`[ici](${url}) <${url}>`), url).not.toContain('<a ')
  }
})

test('neither HTML nor images come through', () => {
  const html = renderMarkdown('<script>alert(1)</script> <b onclick="x">a</b> ![x](https://exemple.fr/pisteur.png)')
  expect(html).not.toMatch(/<script|<b |<img/)
})

test('a text is told by its words', () => {
  expect(plainText('# Un\n\n[deux](https://exemple.fr) *trois*\nquatre `cinq`')).toBe('Un deux trois quatre cinq')
  expect(excerptOf('**court**')).toBe('court')
  const long = excerptOf('mot '.repeat(100), 50)
  expect(long.length).toBeLessThanOrEqual(50)
  expect(long).toMatch(/mot…$/)
})
