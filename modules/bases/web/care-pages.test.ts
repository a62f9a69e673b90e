import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { saveResource } from '../operations/save-resource.ts'
import { showBase } from '../operations/show-base.ts'
import { showPreferences } from '../operations/show-preferences.ts'
import { authoring } from './authoring-routes.ts'
import { reading } from './reader-routes.ts'
import { urls } from './routes.ts'

const root = resolve(import.meta.dirname, '../../..')
const visit = pagesOf(world, [...reading, ...authoring], (file) => import(join(root, file)))
const words = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('a base and one’s preferences do without a department; a department is said by its name', async () => {
  const { as } = await world()
  const person = await aPerson()
  const asked = await visit(urls.newBase(), { as: person })
  expect(words(asked.html)).toContain('19 – Corrèze 2A – Corse-du-Sud 2B – Haute-Corse 21 – Côte-d’Or')
  const typed = {
    ...formIn(asked.html, 'createBase'), title: 'Sans département', department: '', isPublic: 'true', highlights: 'latest_published',
  }
  const { location } = await visit(urls.newBase(), { as: person, form: typed })
  expect(location).toBe('/bases/sans-departement')
  expect(await as(person).run(showBase, { slug: 'sans-departement' })).toMatchObject({ department: null })
  const interests = formIn((await visit(urls.preferences(), { as: person })).html, 'chooseInterests')
  expect(await visit(urls.preferences(), { as: person, form: { ...interests, department: '2A' } })).toMatchObject({ status: 303 })
  expect(await as(person).run(showPreferences, {})).toMatchObject({ department: '2A' })
  const again = { ...interests, _key: crypto.randomUUID(), department: '' }
  expect(await visit(urls.preferences(), { as: person, form: again })).toMatchObject({ status: 303 })
  expect(await as(person).run(showPreferences, {})).toMatchObject({ department: null })
  await visit(urls.newBase(), { as: person, form: { ...typed, _key: crypto.randomUUID(), title: 'Nivernaise', department: '58' } })
  expect(words((await visit('/bases/nivernaise')).html)).toContain('Nièvre (58)')
})

test('favourites begin with the first resource kept, and are nobody else’s', async () => {
  const { as } = await world()
  const person = await aPerson()
  expect(await visit(urls.favourites(), { as: person })).toMatchObject({ status: 303, location: '/mes-collections' })
  expect((await visit(urls.favourites())).location).toBe('/connexion?suite=%2Fmes-collections%2Ffavoris')
  const { resourceId } = await aResource({ published: true, title: 'Gardée' })
  await as(person).run(saveResource, { resourceId })
  expect(words((await visit(urls.favourites(), { as: person })).html)).toContain('1 ressource')
})

test('a refused opinion stays open with its words; published, it is in view; its author takes it back, others report it', async () => {
  const { slug } = await aResource({ published: true, title: 'À juger' })
  const [reader, other] = [await aPerson({ isPublic: true }), await aPerson()]
  const page = urls.resource(slug)
  expect(words((await visit(page)).html)).toContain('Connectez-vous pour donner votre avis.')
  const form = { ...formIn((await visit(page, { as: reader })).html, 'giveOpinion'), text: 'Très clair.' }
  const refused = await visit(page, { as: reader, form })
  expect(refused.status).toBe(422)
  expect(words(refused.html)).toContain('Recommandez-vous cette ressource : remplissez ce champ.')
  expect(refused.html).toMatch(/<details class="sl-details" open="">[^§]*Très clair\.<\/textarea>/)
  const given = await visit(page, { as: reader, form: { ...form, rating: '4' } })
  expect(given.location).toMatch(new RegExp(`^${page}#avis-[0-9a-f-]{36}$`))
  const mine = (await visit(page, { as: reader })).html
  expect(mine).toContain(given.location!.split('#')[1])
  expect(words(mine)).toContain('1 avis. Dans l’ensemble : Très recommandée .')
  expect(mine).toContain('Retirer cet avis')
  expect(mine).not.toContain('/signaler?kind=bases.opinion')
  const theirs = (await visit(page, { as: other })).html
  expect(theirs).toContain('/signaler?kind=bases.opinion')
  expect(theirs).not.toContain('Retirer cet avis')
})

test('what has the very words is what was meant; else every type is searched for the same correction', async () => {
  await aResource({ published: true, title: 'Farandole des outils' })
  await aBase({ title: 'Farandule de Port-Aubrain' })
  const exact = words((await visit(urls.search('farandole'))).html)
  expect(exact).toContain('Farandole des outils')
  expect(exact).not.toContain('Farandule')
  expect(exact).not.toContain('Résultats pour')
  await aResource({ published: true, title: 'Quincaillerie vivante' })
  await aBase({ title: 'Quincaillerie mobile' })
  const mended = words((await visit(urls.search('quincailelrie'))).html)
  expect(mended).toContain('Résultats pour « quincaillerie »')
  expect(mended).toContain('Ressources (1)')
  expect(mended).toContain('Bases (1)')
  expect(words((await visit(urls.bases({ text: 'quincailelrie' }))).html)).toContain('Ressources (1)')
})
