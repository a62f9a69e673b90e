import { inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { aFile, aPicture, served, temporaryStorage } from '#modules/files/fixtures.ts'
import { aPerson, aResource, world } from '../../fixtures.ts'
import { configureHarvest } from '../../harvest/configuration.ts'
import { addContent } from '../../operations/add-content.ts'
import { publishResource } from '../../operations/publish-resource.ts'
import { blocksOf } from './blocks.ts'

temporaryStorage()
let address: string
beforeAll(async () => {
  configureHarvest({ origin: 'https://sillage.example.fr', name: 'Sillage', contact: 'contact@sillage.example.fr' })
  address = await served(await world())
})

const get = async (slug: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${address}/ressources/${slug}/document.pdf`, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Streams of a PDF, unpacked. */
const streamsOf = (bytes: Buffer): string[] => {
  const found: string[] = []
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes.subarray(at - 3, at).toString() === 'end') continue
    const packed = bytes.subarray(at + 7, bytes.indexOf('\nendstream', at))
    try { found.push(inflateSync(packed).toString('latin1')) } catch { found.push('') }
  }
  return found
}

/** Words as a reader of the PDF copies them: glyphs of each font by the table that says which letters they are (`ToUnicode`). */
const wordsOf = (bytes: Buffer): string => {
  const streams = streamsOf(bytes)
  const file = bytes.toString('latin1')
  const object = (number: string) => new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(file)?.[1] ?? ''
  const inOrder = [...file.matchAll(/\n?(\d+) 0 obj\n(?:(?!endobj)[\s\S])*?stream\n/g)].map(([, number]) => number!)
  const streamOf = (number: string) => streams[inOrder.indexOf(number)] ?? ''
  const fonts = new Map([...file.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
    const map = streamOf(/\/ToUnicode (\d+) 0 R/.exec(object(number!))?.[1] ?? '')
    const letters = [...map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)].flatMap(([, from, , list]) =>
      [...list!.matchAll(/<([0-9a-f ]+)>/g)].map(([, code], index) => [Number.parseInt(from!, 16) + index,
        String.fromCharCode(...code!.replaceAll(' ', '').match(/.{4}/g)!.map((unit) => Number.parseInt(unit, 16)))] as const))
    return [name!, new Map(letters)] as const
  }))
  let current: ReadonlyMap<number, string> = new Map()
  return streams.filter((stream) => stream.includes(' Tf')).map((stream) =>
    [...stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|(ET)/g)].map(([, name, glyphs, end]) => {
      if (end) return ' '
      if (name) current = fonts.get(name) ?? current
      return glyphs?.match(/.{4}/g)?.map((glyph) => current.get(Number.parseInt(glyph, 16)) ?? '?').join('') ?? ''
    }).join('')).join(' ').replaceAll(/\s+/g, ' ')
}

test('a resource is a tagged PDF with its words, its title, its language, and what its pictures show', async () => {
  const there = await world()
  const author = await aPerson({ isPublic: true })
  const { resourceId } = await aResource({
    author, title: 'Créer son adresse « à soi »',
    text: '### Première étape\n\nBonjour **à toutes**, voir [le site](https://example.fr/aide).\n\n- un\n- deux\n\nŁódź\n\n| Étape | Durée |\n|---|---|\n| Accueil | **10** min |\n\n> Une citation\n\n```\nun code\n```',
  })
  const { run } = there.as(author)
  const fileId = await aFile(there, { uploadedBy: author, name: 'dessin.png', bytes: await aPicture(300, 200).png().toBuffer() })
  await run(addContent, { resourceId, type: 'section_title', title: 'Une partie' })
  await run(addContent, { resourceId, type: 'image', fileId, alt: 'Un dessin bleu' })
  await run(addContent, { resourceId, type: 'text', text: 'Encore une longue ligne de mots qui remplit la page. '.repeat(150) })
  const { slug } = await run(publishResource, { resourceId })
  const { status, headers, bytes } = await get(slug, { 'x-person': author.id })
  expect([status, headers.get('content-type'), headers.get('content-disposition')])
    .toEqual([200, 'application/pdf', `inline; filename="${slug}.pdf"`])
  const file = bytes.toString('latin1')
  expect(file).toContain('/Marked true')
  expect(file).toMatch(/\/Lang \(fr-FR\)/)
  expect(file).toContain('/DisplayDocTitle true')
  for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Link', 'Figure', 'Table', 'TR', 'TH', 'TD',
    'BlockQuote']) expect(file, tag)
    .toContain(`/S /${tag}\n`)
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1')
  expect(file.includes('/Alt (Un dessin bleu)') || file.includes(utf16('Un dessin bleu'))).toBe(true)
  expect(file).toContain('/URI (https://example.fr/aide)')
  expect([...file.matchAll(/\/Type \/Page\n/g)].length).toBeGreaterThan(1)
  const words = wordsOf(bytes).replaceAll(/\s/g, '')
  for (const text of ['Créer son adresse « à soi »', 'Première étape', 'Bonjour à toutes, voir le site.', 'Une partie', '•un•deux',
    'Łódź', 'ÉtapeDuréeAccueil10 min', 'Une citation', 'un code', 'Page 2 sur 3']) {
    expect(words).toContain(text.replaceAll(' ', ''))
  }
  expect((await get(slug, { 'x-person': author.id, 'if-none-match': headers.get('etag')! })).status).toBe(304)
})

test('the rights are those of the page, and an address of before leads on', async () => {
  const { slug, author } = await aResource({ published: true, isPublic: false })
  expect([(await get(slug)).status, (await get(slug, { 'x-person': author.id })).status]).toEqual([404, 200])
})

test('blocks of a text: a loose item keeps its words, a nested one its depth', () => {
  const kinds = blocksOf('<h3>T</h3><ol><li><p>un</p></li><li>deux<ul><li>a</li></ul></li></ol><p>fin</p>')
    .map(({ kind, level, label, runs }) =>
    `${kind} ${level} ${label} ${runs.map(({ text }) => text).join('')}`)
  expect(kinds).toEqual(['heading 3  T', 'item 1 1. un', 'item 1 2. deux', 'item 2 • a', 'paragraph 0  fin'])
  expect(blocksOf('<table><thead><tr><th>A</th></tr></thead><tbody>\n<tr><td>b <a href="x">c</a></td></tr></tbody></table><blockquote><p>q</p></blockquote><pre><code>d\n e</code></pre>')
    .map(({ kind, heads, cells, runs }) => [kind, heads, (cells ?? [runs]).map((one) => one.map(({ text }) => text).join('')).join('|')]))
    .toEqual([['row', true, 'A'], ['row', false, 'b c'], ['quote', undefined, 'q'], ['code', undefined, 'd\n e']])
})
