import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { system } from '#kernel/operation/actor.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { served } from '#modules/files/fixtures.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { countOpening } from '../statistics/openings.ts'
import { addContent } from '../operations/add-content.ts'
import { listMySearches } from '../operations/list-my-searches.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { indexEveryProfile } from '../profile-index.ts'
import { countView } from '../statistics/views.ts'
import { authoring } from './authoring-routes.ts'
import { reading } from './reader-routes.ts'
import { urls } from './routes.ts'

const root = resolve(import.meta.dirname, '../../..')
const visit = pagesOf(world, [...reading, ...authoring], (file) => import(join(root, file)))
const words = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const contextOf = async () => (await world()).engine.context({ actor: system, origin: { request: 'test' } })

test('a search of everything shows each type with its number, and the way to all of one', async () => {
  const author = await aPerson({ firstName: 'Fulgence', lastName: 'Marmouset', isPublic: true })
  await aBase({ title: 'Marmouset et compagnie' })
  for (let index = 0; index < 8; index++) await aResource({ author, published: true, title: `Marmouset numéro ${index}` })
  await indexEveryProfile(await contextOf())
  const { html } = await visit(urls.search('marmouset'))
  expect(words(html)).toContain('Ressources (8)')
  expect(words(html)).toContain('10 résultats')
  for (const href of ['/ressources?text=marmouset', '/bases?text=marmouset', '/personnes?text=marmouset']) expect(html).toContain(`href="${href}"`)
  expect(words(html)).toContain('Voir les 8 ressources')
  for (const url of [urls.resources({ text: 'marmouset' }), urls.bases({ text: 'marmouset' }), urls.profiles({ text: 'marmouset' })]) {
    const page = words((await visit(url)).html)
    expect(page).toContain('Ressources (8)')
    expect(page).toContain('Bases (1)')
    expect(page).toContain('Personnes (1)')
  }
  expect(words((await visit(urls.profiles({ text: 'marmouset' }))).html)).toContain('Fulgence Marmouset')
  const nothing = await visit(urls.search('marmouset introuvable'))
  expect(nothing.html).toContain('href="/recherche?text=marmouset"')
  expect(words(nothing.html)).toContain('Essayez avec :')
})

test('sixteen a page, and the next ones', async () => {
  for (let index = 0; index < 18; index++) await aResource({ published: true, title: `Sablier ${index}` })
  const { html } = await visit(urls.resources({ text: 'sablier' }))
  expect(html.match(/class="fr-card__title"/g)).toHaveLength(16)
  expect((await visit(urls.resources({ text: 'sablier', page: 2 }))).html.match(/class="fr-card__title"/g)).toHaveLength(2)
})

test('a search is kept from its results, without JavaScript, and its alert stops in one click', async () => {
  const { as } = await world()
  const person = await aPerson()
  await aResource({ published: true, title: 'Boussole de poche' })
  const results = await visit(urls.resources({ text: 'boussole', themes: ['parentalite'] }), { as: person })
  const address = '/mes-recherches/nouvelle?text=boussole&themes=parentalite'
  expect(results.html).toContain(`href="${address.replaceAll('&', '&amp;')}"`)
  expect((await visit(address)).location).toContain('/connexion')
  const page = await visit(address, { as: person })
  const form = formIn(page.html, 'saveSearch')
  const refused = await visit(address, { as: person, form: { ...form, name: '' } })
  expect(refused.status).toBe(422)
  expect((await visit(address, { as: person, form: { ...form, name: 'Ma boussole', alerts: 'on' } })).location).toBe('/mes-recherches')
  const listed = await visit(urls.mySearches(), { as: person })
  expect(words(listed.html)).toContain('Mots : « boussole » · Thématique : Parentalité')
  await visit(urls.mySearches(), { as: person, form: formIn(listed.html, 'setSearchAlert') })
  expect((await as(person).run(listMySearches, {})).searches).toMatchObject([{ name: 'Ma boussole', alerts: false }])
})

test('those who write see plots, their tables, and the numbers for a spreadsheet; others do not', async () => {
  const there = await world()
  const { baseId, slug, administrator } = await aBase({ title: 'Chiffrée' })
  const text = 'Fabriquer une boussole avec une aiguille, un bouchon et un bol rempli d’eau.'
  const { resourceId } = await aResource({ author: administrator, baseId, published: true, title: 'Comptée ; et « citée »', text })
  const { contentId } = await there.as(administrator).run(addContent, { resourceId, type: 'link', url: 'https://www.exemple.fr/boussole' })
  await there.as(administrator).run(publishResource, { resourceId })
  const month = (ago: number) => new Date(Date.now() - ago * 31 * 86_400_000).toISOString()
  for (const [visitId, ago] of [['a', 2], ['b', 0], ['c', 0]] as const) await countView({ ...await contextOf(), now: month(ago) }, resourceId, visitId)
  await countOpening(await contextOf(), { resourceId, contentId, kind: 'link' }, 'b')
  for (const url of [urls.resourceStatistics(resourceId), urls.baseStatistics(slug)]) {
    const { html } = await visit(url, { as: administrator })
    expect(words(html)).toContain('3 lectures')
    expect(words(html)).toContain('1 lien suivi')
    expect(html).toContain('role="img"')
    expect(html).toContain('<table>')
    expect((await visit(url, { as: await aPerson() })).status).toBe(403)
    expect((await visit(url)).location).toContain('/connexion')
  }
  const address = await served(there)
  for (const url of [urls.resourceNumbers(resourceId, 'month'), urls.baseNumbers(slug, 'month')]) expect((await fetch(address + url)).status).toBe(401)
  const csvOf = async (url: string) => (await fetch(address + url, { headers: { 'x-person': administrator.id } })).text()
  expect(await csvOf(urls.resourceNumbers(resourceId, 'month')))
    .toMatch(/^\uFEFF?Mois du;Lectures;Enregistrements;Avis;Liens suivis;Fichiers téléchargés\r\n\d{4}-\d\d-01;2;0;0;1;0\r\n/)
  expect(await csvOf(urls.baseNumbers(slug, 'month', 'resources'))).toContain('"Comptée ; et « citée »";3;0;0;1;0')
  expect(words((await visit(urls.resourceStatistics(resourceId), { as: administrator })).html)).toContain('exemple.fr Lien 1')
  expect(await csvOf(urls.resourceNumbers(resourceId, 'month', 'parts'))).toContain(';Lien;https://www.exemple.fr/boussole;1')
})
