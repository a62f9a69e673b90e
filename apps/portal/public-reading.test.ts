import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { configureHarvest } from '#modules/bases/api.ts'
import { aBase, aPerson, aResource, world } from '#modules/bases/fixtures.ts'
import { served } from '#modules/files/fixtures.ts'
import { linksOf, mountPublicReading } from './public-reading.ts'

const ORIGIN = 'https://sillage.example.fr'
let address: string
let reader: { id: string }
beforeAll(async () => {
  configureHarvest({ origin: ORIGIN, name: 'Sillage', contact: 'contact@sillage.example.fr' })
  address = await served(await world(), mountPublicReading)
  reader = await aPerson({ isPublic: true })
  const base = await aBase({ title: 'Médiation du Rhône' })
  await aResource({ author: base.administrator, baseId: base.baseId, title: 'Créer son adresse e-mail', published: true })
  await aResource({ title: 'Protéger son adresse', published: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(address + path, { headers, redirect: 'manual' })

const page = readFileSync(join(import.meta.dirname, '../../docs/api-of-the-commons.md'), 'utf8')
const examples = [...page.matchAll(/^curl (?:-H '([^:]+): ([^']+)' )?'https:\/\/sillage\.example\.fr([^']+)'\n# (\d+)$/gm)]
  .map(([, name, value, path, status]) => ({ path: path!, headers: name ? { [name]: value! } : {}, status: Number(status) }))

test('the page of the documentation has its examples', () => {
  expect(examples).toHaveLength(page.match(/^curl /gm)!.length)
})

test.each(examples)('the example of the documentation: $path answers $status', async ({ path, headers, status }) => {
  expect((await get(path, headers)).status).toBe(status)
})

test('an answer that a visitor already has costs a 304, until it changes', async () => {
  const path = '/api/resources?text=adresse&perPage=1'
  const first = await get(path)
  const etag = first.headers.get('etag')!
  expect([etag.slice(0, 3), first.headers.get('cache-control'), first.headers.get('vary')])
    .toEqual(['W/"', 'no-cache', 'authorization, cookie'])
  const again = await get(path, { 'if-none-match': `"other", ${etag}` })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  await aResource({ title: 'Trouver une adresse', published: true })
  const changed = await get(path, { 'if-none-match': etag })
  expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false])
})

test('a list leads to its other pages', async () => {
  const { headers } = await get('/api/resources?text=adresse&perPage=1')
  expect(headers.get('link')).toContain('</api/resources?text=adresse&perPage=1&page=2>; rel="next"')
  const last = /<([^>]+)>; rel="last"/.exec(headers.get('link')!)![1]!
  const { pages } = await (await get(last)).json() as { pages: number }
  expect(new URL(last, address).searchParams.get('page')).toBe(String(pages))
})

test('links of the first, of a middle and of the only page', () => {
  expect(linksOf('/api/x', { page: 1, pages: 3 })).toBe('</api/x?page=2>; rel="next", </api/x?page=3>; rel="last"')
  expect(linksOf('/api/x?page=2', { page: 2, pages: 3 })).toBe(
    '</api/x?page=1>; rel="first", </api/x?page=1>; rel="prev", </api/x?page=3>; rel="next", </api/x?page=3>; rel="last"')
  expect(linksOf('/api/x', { page: 1, pages: 1 })).toBe('')
})

test('the answer to somebody who is signed in is theirs: nothing keeps it', async () => {
  const { status, headers } = await get('/api/resources', { 'x-person': reader.id, 'if-none-match': '*' })
  expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([200, null, 'private, no-store'])
})

test('what is refused has no tag', async () => {
  const { status, headers } = await get('/api/resources/by-slug/rien', { 'if-none-match': '*' })
  expect([status, headers.get('etag')]).toEqual([404, null])
})
