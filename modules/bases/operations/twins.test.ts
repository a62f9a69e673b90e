import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { createBase } from './create-base.ts'
import { createResource } from './create-resource.ts'
import { showDraft } from './show-draft.ts'

test('a title that exists is said once, of what the person sees, and stops nobody', async () => {
  const { as } = await world()
  const person = await aPerson()
  const shown = await aResource({ published: true, title: 'Atelier « mots de passe »' })
  await aResource({ published: true, isPublic: false, title: 'Secret incarnat' })
  const draft = { description: '', baseId: null, warnOfTwin: true }
  await expect(as(person).run(createResource, { ...draft, title: 'atelier mots de PASSE' }))
    .rejects.toMatchObject({ code: 'bases.title-exists', status: 409, details: { slug: shown.slug } })
  await as(person).run(createResource, { ...draft, title: 'Secret incarnat' })
  await as(person).run(createResource, { ...draft, title: 'Atelier' })
  const { resourceId } = await as(person).run(createResource, { ...draft, title: 'Atelier mots de passe', warnOfTwin: false })
  expect((await as(person).run(showDraft, { resourceId })).twin).toEqual({ title: shown.title, slug: shown.slug })
  expect((await as(shown.author).run(showDraft, { resourceId: shown.resourceId })).twin).toBeNull()
  const base = await aBase({ title: 'Médiathèque de Givors' })
  const opened = { title: 'Mediatheque de givors', isPublic: true }
  await expect(as(person).run(createBase, { ...opened, warnOfTwin: true })).rejects.toMatchObject({ code: 'bases.title-exists', details: { slug: base.slug } })
  await as(person).run(createBase, opened)
})
