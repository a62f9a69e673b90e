import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { served } from '#modules/files/fixtures.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { deleteResource } from '../operations/delete-resource.ts'
import { setResourceVisibility } from '../operations/set-resource-visibility.ts'
import { configureHarvest } from './configuration.ts'

const origin = 'https://sillage.example.fr'
let address: string
beforeAll(async () => {
  configureHarvest({ origin, name: 'Sillage & Cie', contact: 'contact@sillage.example.fr' })
  address = await served(await world())
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(address + path, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Every tag that opens closes, in order, and no sign is left unescaped: which is what readers of XML ask. */
const isWellFormed = (text: string): boolean => {
  const open: string[] = []
  for (const [, end, name, self] of text.replace(/^<\?xml[^>]*\?>/, '').matchAll(/<(\/?)([\w:-]+)(?:\s[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (end) { if (open.pop() !== name) return false } else if (!self) open.push(name!)
  }
  return open.length === 0 && !/&(?!(amp|lt|gt|quot|#39);)/.test(text)
}

const values = (text: string, tag: string) => [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map(([, value]) => value)

test('a feed has the latest resources of a base, escaped, and nothing that is closed', async () => {
  const { as } = await world()
  const author = await aPerson({ isPublic: true })
  const base = await aBase({ title: 'Un & deux <trois>', administrator: author })
  const told = await aResource({ author, baseId: base.baseId, title: 'Lire "à deux" & <plus>\u0007', published: true })
  const closed = await aResource({ author, baseId: base.baseId, title: 'Pas pour tous', published: true })
  await as(author).run(setResourceVisibility, { resourceId: closed.resourceId, isPublic: false })
  await aResource({ author, baseId: base.baseId, title: 'Encore un brouillon' })
  const { status, headers, text } = await get(`/bases/${base.slug}/fil.atom`)
  expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(isWellFormed(text)).toBe(true)
  expect(values(text, 'title')).toEqual(['Un &amp; deux &lt;trois&gt;\u00a0: les dernières ressources', 'Lire &quot;à deux&quot; &amp; &lt;plus&gt;'])
  expect(text).toContain(`<id>urn:uuid:${told.resourceId}</id>`)
  expect(text).toContain(`href="${origin}/ressources/${told.slug}"`)
  expect((await get(`/bases/${base.slug}/fil.atom`, { 'if-none-match': headers.get('etag')! })).status).toBe(304)
  expect((await get('/ressources/fil.atom')).text).not.toContain('Pas pour tous')
})

test('a private base has no feed for anybody, its administrator included: a feed is for all', async () => {
  const base = await aBase({ isPublic: false })
  expect((await get(`/bases/${base.slug}/fil.atom`)).status).toBe(404)
})

test('the map of the site leads to every open page', async () => {
  const { slug } = await aResource({ title: 'Au plan du site', published: true })
  const base = await aBase({ title: 'Base au plan' })
  const index = await get('/sitemap.xml')
  const files = values(index.text, 'loc').map((one) => one!.slice(origin.length))
  expect(files).toEqual(['/sitemap/pages.xml', '/sitemap/ressources.xml'])
  const all = (await Promise.all(files.map((file) => get(file)))).map(({ text }) => text).join('')
  expect(isWellFormed(index.text)).toBe(true)
  expect(values(all, 'loc')).toEqual(expect.arrayContaining([`${origin}/`, `${origin}/ressources/${slug}`, `${origin}/bases/${base.slug}`]))
})

test('a catalogue harvests page by page, each resource once, by set and by date', async () => {
  const author = await aPerson()
  const base = await aBase({ administrator: author })
  const { db } = await world()
  for (let number = 0; number < 3; number++) await aResource({ author, baseId: base.baseId, title: `Moisson ${number}`, published: true })
  // Enough for two pages, without the cost of writing them one by one.
  await sql`insert into bases.resource (id, created_by, created_at, slug, title, description, excerpt, licence, published_at, last_published_at)
    select gen_random_uuid(), ${author.id}::uuid, now(), 'moisson-' || n, 'Moisson', '', '', 'cc_by_sa_4_0', now(), now() from generate_series(1, 120) as n`.execute(db)
  const seen: string[] = []
  let query = 'metadataPrefix=oai_dc'
  for (let pages = 0; query && pages < 10; pages++) {
    const { text } = await get(`/oai?verb=ListRecords&${query}`)
    expect(isWellFormed(text)).toBe(true)
    seen.push(...values(text, 'identifier').map(String))
    const token = /<resumptionToken>([^<]*)<\/resumptionToken>/.exec(text)?.[1]
    query = token ? `resumptionToken=${token}` : ''
  }
  const known = await db.selectFrom('bases.harvest_record').select('resource_id').execute()
  expect(seen.toSorted()).toEqual(known.map(({ resource_id }) => `oai:sillage.example.fr:${resource_id}`).toSorted())
  const set = await get(`/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=base-${base.baseId}`)
  expect(values(set.text, 'identifier')).toHaveLength(3)
  expect((await get('/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&from=2099-01-01')).text).toContain('code="noRecordsMatch"')
})

test('one record says in Dublin Core what the resource is', async () => {
  const { resourceId, slug } = await aResource({ title: 'Fiche & notice', published: true, themes: ['parentalite'] })
  const { text } = await get(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:sillage.example.fr:${resourceId}`)
  expect(values(text, 'dc:title')).toEqual(['Fiche &amp; notice'])
  expect(values(text, 'dc:identifier')).toEqual([`${origin}/ressources/${slug}`])
  expect(values(text, 'dc:subject')).toEqual(['Parentalité'])
})

const recordOf = async (resourceId: string) =>
  (await get(`/oai?verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:sillage.example.fr:${resourceId}`)).text
const isGone = (text: string) => text.includes('<header status="deleted">') && !text.includes('<metadata>')

test('a catalogue is told of what was withdrawn, of what comes back, and of what is gone for good', async () => {
  const { as, db } = await world()
  const base = await aBase()
  const author = base.administrator
  const { resourceId } = await aResource({ author, baseId: base.baseId, title: 'Bientôt retirée', published: true })
  const since = new Date().toISOString().slice(0, 19)
  await as(author).run(setResourceVisibility, { resourceId, isPublic: false })
  expect(isGone(await recordOf(resourceId))).toBe(true)
  const listed = await get(`/oai?verb=ListRecords&metadataPrefix=oai_dc&from=${since}Z&set=base-${base.baseId}`)
  expect(isWellFormed(listed.text)).toBe(true)
  expect(listed.text).toContain(`<header status="deleted"><identifier>oai:sillage.example.fr:${resourceId}<`)
  expect(listed.text).not.toContain('Bientôt retirée')
  await as(author).run(setResourceVisibility, { resourceId, isPublic: true })
  expect(values(await recordOf(resourceId), 'dc:title')).toEqual(['Bientôt retirée'])
  await as(author).run(deleteResource, { resourceId })
  await db.deleteFrom('bases.resource').where('id', '=', resourceId).execute()
  expect(isGone(await recordOf(resourceId))).toBe(true)
})

test('what a base that closes held is gone for catalogues, in its set; a draft was never theirs', async () => {
  const { as, db } = await world()
  const base = await aBase()
  const { resourceId } = await aResource({ author: base.administrator, baseId: base.baseId, published: true })
  const draft = await aResource({ author: base.administrator, baseId: base.baseId })
  await db.updateTable('bases.base').set({ is_public: false }).where('id', '=', base.baseId).execute()
  const { text } = await get(`/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=base-${base.baseId}`)
  expect(values(text, 'identifier')).toEqual([`oai:sillage.example.fr:${resourceId}`])
  expect(text).toContain('<header status="deleted">')
  await as(base.administrator).run(deleteResource, { resourceId: draft.resourceId })
  expect(await recordOf(draft.resourceId)).toContain('<error code="idDoesNotExist">')
  expect((await get('/oai?verb=Identify')).text).toContain('<deletedRecord>persistent</deletedRecord>')
})

test.each([
  ['', 'badVerb'], ['verb=Steal', 'badVerb'], ['verb=Identify&verb=Identify', 'badVerb'], ['verb=Identify&extra=1', 'badArgument'],
  ['verb=ListRecords', 'badArgument'], ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
  ['verb=ListRecords&metadataPrefix=oai_dc&from=demain', 'badArgument'], ['verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-02-01T00:00:00Z', 'badArgument'],
  ['verb=ListRecords&resumptionToken=abc', 'badResumptionToken'], ['verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=abc', 'badArgument'],
  ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:autre:1', 'idDoesNotExist'], ['verb=constructor', 'badVerb'],
])('a wrong request, « %s », is answered by %s', async (query, code) => {
  const { status, text } = await get(`/oai?${query}`)
  expect([status, isWellFormed(text)]).toEqual([200, true])
  expect(text).toContain(`<error code="${code}">`)
})

test('the text of a resource is taken away as it was written, by those who may read it', async () => {
  const { resourceId, slug, author } = await aResource({ title: 'Texte *à emporter*', text: 'Bonjour **à toutes et à tous**.', published: true })
  const { text, headers } = await get(`/ressources/${slug}/texte.md`)
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${slug}.md"`)
  expect(text).toContain('# Texte \\*à emporter\\*')
  expect(text).toContain('Bonjour **à toutes et à tous**.')
  expect(text).toContain(`<${origin}/ressources/${slug}>`)
  const { as } = await world()
  await as(author).run(setResourceVisibility, { resourceId, isPublic: false })
  expect((await get(`/ressources/${slug}/texte.md`)).status).toBe(404)
  expect((await get(`/ressources/${slug}/texte.md`, { 'x-person': author.id })).status).toBe(200)
})
