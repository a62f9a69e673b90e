import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { find, put, type Document, type Question } from './api.ts'
import { aDocument, aQuestion, world } from './fixtures.ts'

const person = (...bases: string[]): Actor =>
  ({ id: v7(), timeZone: 'Europe/Paris', grants: bases.map((id) => ({ scope: 'base', id, role: 'contributor' })) })
const contextOf = async (actor: Actor = visitor) => (await world()).engine.context({ actor, origin: { request: 'test' } })
const putAll = async (...documents: Document[]) => {
  for (const one of documents) await put(await contextOf(), one)
}
/** Each test has its own kind, so that it finds only its own documents. */
const aKind = () => `kind-${v7()}`
const ask = async (kind: string, over: Partial<Question>, actor?: Actor) =>
  find(await contextOf(actor), aQuestion({ kinds: [kind], ...over }))
const idsOf = async (kind: string, over: Partial<Question>, actor?: Actor) => (await ask(kind, over, actor)).ids.map(({ id }) => id)

test('accents, capitals, plurals, ligatures and apostrophes do not matter', async () => {
  const kind = aKind()
  await putAll(aDocument({ kind, id: 'a', title: 'Démarches d’accès aux droits', body: 'Les œuvres de l\'été' }))
  for (const text of [
    'demarche', 'DÉMARCHES', 'accès droit', 'l’accès', 'oeuvre', 'Œuvre', 'démarche : droits !', 'ete', 'démar\u00adche',
  ]) expect({ text, ids: await idsOf(kind, { text }) }).toEqual({ text, ids: ['a'] })
  expect(await idsOf(kind, { text: 'démarche santé' })).toEqual([])
})

test('the title weighs more than the summary and the keywords, and they more than the body', async () => {
  const kind = aKind()
  const body = 'une phrase de la même longueur pour tous'
  await putAll(
    aDocument({ kind, id: 'body', title: 'Un guide', body: `${body} hameçonnage` }),
    aDocument({ kind, id: 'keyword', title: 'Un guide', body, keywords: ['hameçonnage'] }),
    aDocument({ kind, id: 'title', title: 'Le hameçonnage', body }),
  )
  expect(await idsOf(kind, { text: 'hameçonnage' })).toEqual(['title', 'keyword', 'body'])
})

test('values of one facet add up, facets narrow, and the result set is counted', async () => {
  const kind = aKind()
  await putAll(
    aDocument({ kind, id: '1', title: 'Atelier', facets: { theme: ['droits', 'santé'], support: ['vidéo'] } }),
    aDocument({ kind, id: '2', title: 'Atelier', facets: { theme: ['droits'], support: ['jeu=libre'] } }),
    aDocument({ kind, id: '3', title: 'Atelier', facets: { theme: ['emploi'], support: ['vidéo'] } }),
  )
  for (const text of ['', 'atelier']) {
    const asked = async (facets: Record<string, string[]>) => (await idsOf(kind, { text, facets })).toSorted()
    expect(await asked({ theme: ['santé', 'emploi'] })).toEqual(['1', '3'])
    expect(await asked({ theme: ['droits'], support: ['vidéo'] })).toEqual(['1'])
    expect(await asked({ theme: [], support: ['jeu=libre'] })).toEqual(['2'])
    expect(await asked({ theme: ['inconnu'] })).toEqual([])
    expect(await asked({ inconnue: ['droits'] })).toEqual([])
    expect((await ask(kind, { text })).facets).toEqual({
      theme: [['droits', 2], ['emploi', 1], ['santé', 1]], support: [['vidéo', 2], ['jeu=libre', 1]],
    })
  }
  expect((await ask(kind, { facets: { theme: ['santé'] } })).facets).toEqual({ theme: [['droits', 1], ['santé', 1]], support: [['vidéo', 1]] })
  await expect(putAll(aDocument({ facets: { kind: ['x'] } }))).rejects.toThrow('facet')
})

test('each order, with and without words', async () => {
  const kind = aKind()
  await putAll(
    aDocument({ kind, id: 'e', title: 'Étude', body: 'mot', publishedAt: '2026-01-02T00:00:00Z', counts: { views: 9, saves: 1 } }),
    aDocument({ kind, id: 'z', title: 'zone', body: 'mot', publishedAt: '2026-01-03T00:00:00Z', counts: { views: 5 } }),
    aDocument({ kind, id: 'f', title: 'Fiche', body: 'mot', publishedAt: '2026-01-01T00:00:00Z', counts: { views: 7, saves: 3 } }),
  )
  const orders = {
    recent: 'zef', oldest: 'fez', views: 'efz', saves: 'fez', 'a-z': 'efz', 'z-a': 'zfe',
  } as const
  for (const [sort, order] of Object.entries(orders) as [Question['sort'], string][]) {
    for (const text of ['', 'mot']) expect({ sort, order: (await idsOf(kind, { sort, text })).join('') }).toEqual({ sort, order })
  }
  expect((await idsOf(kind, { sort: 'relevance', text: '?!… 🙂' })).join('')).toBe('zef')
})

test('pages follow each other without a gap, and end', async () => {
  const kind = aKind()
  const day = (index: number) => `2026-01-0${index + 1}T00:00:00Z`
  await putAll(...Array.from({ length: 7 }, (_, index) => aDocument({ kind, id: String(index), publishedAt: day(index) })))
  for (const text of ['', 'guide']) {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => idsOf(kind, { text, page, perPage: 3 })))
    expect(pages).toEqual([['6', '5', '4'], ['3', '2', '1'], ['0'], []])
  }
  expect(await ask(kind, { perPage: 3 })).toMatchObject({ total: 7, totalIsAtLeast: false, pages: 3 })
  expect((await ask(kind, { page: -3, perPage: 0 })).ids).toHaveLength(1)
  expect((await ask(kind, { page: 1e12, perPage: 1e9 })).ids).toEqual([])
  expect(await ask(aKind(), {})).toEqual({ ids: [], total: 0, totalIsAtLeast: false, pages: 0, facets: {}, facetsAreExact: true })
})

test('more than 10,000 results: counted as at least that many, each order still right, pages bounded', async () => {
  const kind = aKind()
  const { db } = await world()
  await sql`select search.put(${kind}, n::text, '{public}', 'Recueil ' || lpad(n::text, 5, '0'), 'recueil', '', 'commun', '{theme=un}',
    '2026-01-01'::timestamptz + n * interval '1 minute', n, 0, '{}', '{}') from generate_series(1, 10050) n`.execute(db)
  await sql`select search.put(${kind}, 'last', '{public}', 'Un commun', 'un commun', '', '', '{theme=un}', '2020-01-01', 0, 0, '{}', '{}')`
    .execute(db)
  for (const text of ['', 'commun']) {
    const found = await ask(kind, { text, sort: 'recent', perPage: 2 })
    expect(found).toMatchObject({ total: 10_000, totalIsAtLeast: true, pages: 5000 })
    // Without words nor filters all are counted, as they are written (tally.test.ts).
    expect(found).toMatchObject(text ? { facets: { theme: [['un', 2000]] }, facetsAreExact: false } : { facets: { theme: [['un', 10_051]] }, facetsAreExact: true })
    expect(found.ids.map(({ id }) => id)).toEqual(['10050', '10049'])
    expect(await idsOf(kind, { text, sort: 'a-z', perPage: 2, page: 2 })).toEqual(['3', '4'])
    expect(await idsOf(kind, { text, sort: 'views', perPage: 1 })).toEqual(['10050'])
    expect(await idsOf(kind, { text, sort: 'oldest', perPage: 2 })).toEqual(['last', '1'])
    expect(await idsOf(kind, { text, sort: 'recent', perPage: 100, page: 100 })).toHaveLength(100)
    expect(await idsOf(kind, { text, sort: 'recent', perPage: 100, page: 101 })).toEqual([])
  }
  expect(await idsOf(kind, { text: 'commun', perPage: 3 })).toEqual(['last', '10050', '10049'])
  expect(await idsOf(kind, { text: 'commun', perPage: 3, page: 2 })).toEqual(['10048', '10047', '10046'])
})

test('beyond the thousand that are ranked, pages go on without a gap', async () => {
  const kind = aKind()
  const { db } = await world()
  await sql`select search.put(${kind}, n::text, '{public}', 'Recueil', case when n <= 3 then 'verger' else 'recueil' end, '',
    case when n = 9 then 'verger verger verger' else 'verger' end, '{}',
    '2026-01-01'::timestamptz + n * interval '1 minute', 0, 0, '{}', '{}') from generate_series(1, 1500) n`.execute(db)
  expect((await idsOf(kind, { text: 'verger', perPage: 3 })).toSorted()).toEqual(['1', '2', '3'])
  const pages = await Promise.all(Array.from({ length: 16 }, (_, page) => idsOf(kind, { text: 'verger', perPage: 99, page: page + 1 })))
  expect(pages.map((ids) => ids.length)).toEqual([...Array.from({ length: 15 }, () => 99), 15])
  expect(new Set(pages.flat()).size).toBe(1500)
})

test('what is not shared with the actor is neither found nor counted', async () => {
  const kind = aKind()
  const [owner, member, stranger] = [person(), person('b1'), person('b2')]
  await putAll(
    aDocument({ kind, id: 'own', title: 'Brouillon', principals: [`person:${owner.id}`], facets: { theme: ['intime'] } }),
    aDocument({ kind, id: 'base', title: 'Brouillon', principals: ['base:b1'], facets: { theme: ['équipe'] } }),
    aDocument({ kind, id: 'nobody', title: 'Brouillon', principals: [], facets: { theme: ['caché'] } }),
  )
  for (const text of ['', 'brouillon']) {
    expect(await ask(kind, { text }, owner)).toMatchObject({ ids: [{ kind, id: 'own' }], total: 1, facets: { theme: [['intime', 1]] } })
    expect(await ask(kind, { text }, member)).toMatchObject({ ids: [{ kind, id: 'base' }], facets: { theme: [['équipe', 1]] } })
    for (const actor of [stranger, visitor]) expect(await ask(kind, { text }, actor)).toMatchObject({ ids: [], total: 0, facets: {} })
    expect(await idsOf(kind, { text, facets: { theme: ['intime', 'caché'] } }, member)).toEqual([])
  }
})
