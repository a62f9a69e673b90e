import { expect, test } from 'vitest'
import { aPerson, aResource, world } from '../fixtures.ts'
import { addContent } from './add-content.ts'
import { createResource } from './create-resource.ts'
import { findResources } from './find-resources.ts'
import { listMyCollections } from './list-my-collections.ts'
import { publishResource } from './publish-resource.ts'
import { saveResource } from './save-resource.ts'
import { setResourceIndexation } from './set-resource-indexation.ts'
import { showDraft } from './show-draft.ts'
import { showResource } from './show-resource.ts'

test('a person writes and publishes; another finds it in spite of accents and a slip, and keeps it', async () => {
  const { as } = await world()
  const nadia = await aPerson({ firstName: 'Nadia', lastName: 'Cherkati', isPublic: true })
  const { run } = as(nadia)
  const other = await aResource({ published: true, title: 'La suite' })
  const { resourceId } = await run(createResource, { title: 'Déclarer ses impôts en ligne', description: 'Pas à pas, **sans stress**.' })
  await run(addContent, { resourceId, type: 'section_title', title: 'Avant de commencer' })
  await run(addContent, { resourceId, type: 'text', text: 'Munissez-vous de votre *avis* de l’an dernier.' })
  await run(addContent, { resourceId, type: 'link', url: 'https://www.impots.gouv.fr/accueil', caption: 'Le site officiel' })
  await run(addContent, { resourceId, type: 'linked_resource', linkedResourceId: other.resourceId })
  await run(setResourceIndexation, {
    resourceId, version: 0, themes: ['demarches_et_services_en_ligne'], supportTypes: ['tutoriel'], audiences: ['tous_publics'],
  })
  expect(await run(showDraft, { resourceId })).toMatchObject({ missing: [], changed: true, slug: null, contents: { length: 4 } })
  const { slug } = await run(publishResource, { resourceId })
  expect(slug).toBe('declarer-ses-impots-en-ligne')

  const aissatou = await aPerson()
  for (const text of ['impots', 'declaré impôt', 'declarer ses impotz', '']) {
    const found = await as(aissatou).run(findResources, { text, themes: ['demarches_et_services_en_ligne'] })
    expect(found.resources, text).toMatchObject([{ id: resourceId, title: 'Déclarer ses impôts en ligne', authorName: 'Nadia Cherkati' }])
  }
  const shown = await as(aissatou).run(showResource, { slug })
  expect(shown).toMatchObject({
    saved: false, contents: [
      { type: 'section_title', title: 'Avant de commencer' },
      { type: 'text', html: '<p>Munissez-vous de votre <em>avis</em> de l’an dernier.</p>\n' },
      { type: 'link', caption: 'Le site officiel' }, { type: 'linked_resource', linked: { title: 'La suite' } },
    ],
  })
  const { collectionId } = await as(aissatou).run(saveResource, { resourceId })
  expect(await as(aissatou).run(showResource, { slug })).toMatchObject({ saved: true, saves: 1 })
  expect(await as(aissatou).run(listMyCollections, { resourceId })).toMatchObject({
    collections: [{ id: collectionId, isFavourites: true, holds: true, count: 1 }], saved: [],
  })
  expect(await as(aissatou).run(findResources, { text: 'impots', sort: 'saves' })).toMatchObject({ resources: [{ saves: 1 }] })
})
