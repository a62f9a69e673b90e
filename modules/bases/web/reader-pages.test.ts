import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { pagesOf } from '#kernel/testing/pages.tsx'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { addContent } from '../operations/add-content.ts'
import { createCollection } from '../operations/create-collection.ts'
import { editResourceTitle } from '../operations/edit-resource-title.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { saveResource } from '../operations/save-resource.ts'
import { showDraft } from '../operations/show-draft.ts'
import { reading } from './reader-routes.ts'
import { urls } from './routes.ts'

const root = resolve(import.meta.dirname, '../../..')
const visit = pagesOf(world, reading, (file) => import(join(root, file)))
const words = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test('the list keeps its search and filters in every link, and offers what to do when empty', async () => {
  await aResource({ published: true, title: 'Régler un pédalier', themes: ['mobilites'], audiences: ['adultes'] })
  await aResource({ published: true, title: 'Graisser un pédalier', themes: ['mobilites'], audiences: ['adultes'] })
  const { html } = await visit(urls.resources({ text: 'pedalier', themes: ['mobilites', 'parentalite'], sort: 'a-z' }))
  expect(words(html)).toContain('Régler un pédalier')
  expect(html).toContain('href="/ressources?text=pedalier&amp;themes=mobilites&amp;themes=parentalite&amp;sort=views"')
  // One click takes away one filter and nothing else.
  expect(html).toContain('href="/ressources?text=pedalier&amp;sort=a-z&amp;themes=parentalite"')
  expect(html).toMatch(/<input type="hidden" name="themes" value="mobilites"\/>/)
  const empty = await visit(urls.resources({ text: 'zzqqxx' }))
  expect(words(empty.html)).toContain('Aucune ressource ne correspond')
  expect((await visit('/ressources?themes=inconnue&page=abc')).status).toBe(200)
})

test('a slip is told, with what was searched instead', async () => {
  await aResource({ published: true, title: 'Nettoyer un ventilateur' })
  const { html } = await visit(urls.resources({ text: 'ventilatuer' }))
  expect(words(html)).toContain('Résultats pour « ventilateur » . Rien ne correspond exactement à « ventilatuer ».')
})

test('a resource shows all its contents; what one may do depends on who one is', async () => {
  const { as } = await world()
  const given = { published: true, title: 'Souder : le premier fil', text: 'Chauffez **la pièce**.' }
  const { resourceId, author, slug } = await aResource(given)
  for (const title of ['Avant', 'Pendant', 'Après']) await as(author).run(addContent, { resourceId, type: 'section_title', title })
  const link = await as(author).run(addContent, { resourceId, type: 'link', url: 'https://www.exemple.fr/etain', title: 'Choisir son étain' })
  await as(author).run(publishResource, { resourceId })
  const { html } = await visit(urls.resource(slug))
  expect(html).toContain('Chauffez <strong>la pièce</strong>')
  // Followed through us, to be counted; on paper, where it leads.
  expect(html).toContain(`<a class="sl-file" href="${urls.opening(resourceId, link.contentId)}" rel="nofollow noopener">`)
  expect(words(html)).toContain('Choisir son étain exemple.fr')
  expect((await visit(urls.printResource(slug))).html).toContain('<a class="sl-file" href="https://www.exemple.fr/etain" rel="nofollow noopener">')
  expect(html.match(/href="#partie-/g)).toHaveLength(3)
  expect(html).toContain(`href="${urls.keepResource(slug)}"`)
  expect(html).not.toContain(urls.draft(resourceId))
  expect((await visit(urls.resource(slug), { as: author })).html).toContain(urls.draft(resourceId))
})

test('an address of before leads to the one of now; a private resource does not exist for others', async () => {
  const { as } = await world()
  const { resourceId, author, slug } = await aResource({ published: true, title: 'Ancien titre' })
  const { heading } = await as(author).run(showDraft, { resourceId })
  await as(author).run(editResourceTitle, { resourceId, title: 'Nouveau titre', description: '', version: heading.version })
  await as(author).run(publishResource, { resourceId })
  expect(await visit(urls.resource(slug))).toMatchObject({ status: 308, location: urls.resource('nouveau-titre') })
  const hidden = await aResource({ published: true, isPublic: false, title: 'Entre nous' })
  expect((await visit(urls.resource(hidden.slug))).status).toBe(404)
  expect((await visit(urls.resource(hidden.slug), { as: await aPerson() })).status).toBe(404)
  expect(words((await visit(urls.resource(hidden.slug), { as: hidden.author })).html)).toContain('Privée')
})

test('a base shows its resources to all, and what to write with to its members', async () => {
  const { baseId, slug, administrator } = await aBase({ title: 'La base des vélos' })
  await aResource({ published: true, author: administrator, baseId, title: 'Changer une chambre à air' })
  expect(words((await visit(urls.bases({ text: 'velos' }))).html)).toContain('La base des vélos')
  const { html } = await visit(urls.base(slug))
  expect(words(html)).toContain('Changer une chambre à air')
  expect(html).not.toContain(urls.newResource(baseId))
  const closed = await aBase({ title: 'La base fermée', isPublic: false })
  expect((await visit(urls.base(closed.slug))).status).toBe(404)
})

test('a collection is read in its order by those who may see it; favourites by their owner alone', async () => {
  const { as } = await world()
  const person = await aPerson({ firstName: 'Lilou', lastName: 'Marchandeau', isPublic: true })
  const { resourceId } = await aResource({ published: true, title: 'Gonfler un pneu' })
  const { collectionId, slug } = await as(person).run(createCollection, { title: 'Mes essentiels', isPublic: true })
  await as(person).run(saveResource, { resourceId, collectionId })
  expect(words((await visit(urls.collection(slug))).html)).toMatch(/Composée par Lilou Marchandeau.*Gonfler un pneu/)
  const secret = await as(person).run(createCollection, { title: 'Pour plus tard' })
  expect((await visit(urls.collection(secret.slug), { as: await aPerson() })).status).toBe(404)
  await as(person).run(saveResource, { resourceId })
  expect(words((await visit(urls.favourites(), { as: person })).html)).toMatch(/Mes favoris.*Gonfler un pneu/)
  expect((await visit(urls.favourites())).location).toContain('/connexion')
})
