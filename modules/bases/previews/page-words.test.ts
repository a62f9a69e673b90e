import { expect, test } from 'vitest'
import { wordsOf } from './page-words.ts'

const page = (html: string | Buffer, charset?: string) => wordsOf({ url: 'https://site.example/a/b', type: 'text/html', charset, bytes: Buffer.from(html as string) })

test('Open Graph comes before the page’s own title, and the first of two before the second', () => {
  expect(page(`<title>Page</title><meta name=description content="Simple"><meta property="og:title" content="Titre &amp; suite">
    <meta property="og:title" content="Autre"><meta property="og:image" content="/photo.jpg"><meta property="og:site_name" content=" Le  site ">`))
    .toEqual({ title: 'Titre & suite', description: 'Simple', site: 'Le site', image: 'https://site.example/photo.jpg' })
  expect(page('<html><head><title> Une\n page </title>')).toEqual({ title: 'Une page', description: null, site: null, image: null })
  expect(page('')).toEqual({ title: null, description: null, site: null, image: null })
})

test('words are plain text of a known length, whatever the page holds', () => {
  const { title, description } = page(`<title>${'é'.repeat(5000)}</title><meta name="description" content="<b>gras</b> \u0000 &#0; fin">`)
  expect(title).toHaveLength(200)
  expect(description).not.toContain('\0')
  expect(page('<script>"<title>x</title>"</script><title>vrai</title>').title).toBe('vrai')
})

test('a page is read in its own encoding', () => {
  const latin = Buffer.from('<title>Déjà</title>', 'latin1')
  expect(page(latin, 'iso-8859-1').title).toBe('Déjà')
  expect(page(Buffer.concat([Buffer.from('<meta charset="windows-1252">'), latin])).title).toBe('Déjà')
  expect(page('<title>Déjà</title>', 'no-such-charset').title).toBe('Déjà')
})
