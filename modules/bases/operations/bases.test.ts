import { expect, test } from 'vitest'
import { baseCreated } from '../events.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { createBase } from './create-base.ts'
import { findBases } from './find-bases.ts'
import { listMyBases } from './list-my-bases.ts'
import { showBase } from './show-base.ts'
import { updateBase } from './update-base.ts'

test('who opens a base administers it; its e-mail is shown when it says so', async () => {
  const { as, facts } = await world()
  const person = await aPerson()
  const written = { title: 'Les Tisserands', excerpt: 'On tisse des liens entre les ateliers, les médiathèques et les personnes qui apprennent', description: '## Bonjour', department: '2A', email: 'tisser@exemple.fr',
    website: 'https://exemple.fr' }
  const { baseId, slug } = await as(person).run(createBase, written)
  expect(await facts(baseCreated)).toContainEqual({ baseId })
  expect(await as(person).answer(showBase, { slug })).toMatchObject({
    output: { role: 'administrator', html: '<h3>Bonjour</h3>\n', email: 'tisser@exemple.fr', source: '## Bonjour', resourcesCount: 0,
      version: 1 },
    can: { updateBase: true, deleteBase: true, leaveBase: true },
  })
  expect(await as().answer(showBase, { slug })).toMatchObject({ output: { email: null }, can: { updateBase: false, leaveBase: false } })
  expect(await as(person).run(listMyBases, {})).toMatchObject({ bases: [{ id: baseId, role: 'administrator' }] })
  await expect(as().run(createBase, written)).rejects.toMatchObject({ status: 401 })
  await expect(as(person).run(createBase, { ...written, website: 'javascript:alert(1)', department: '999' }))
    .rejects.toMatchObject({ status: 422, issues: [{ field: 'department' }, { field: 'website' }] })
})

test('an edit carries the version that was seen, and a former address leads to the new one', async () => {
  const { as } = await world()
  const [contributor, stranger] = [await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ title: 'Base indigo', contributors: [contributor] })
  const edit = { baseId, title: 'Base pastel' }
  await expect(as(contributor).run(updateBase, edit, { version: 1 })).rejects.toMatchObject({ status: 403 })
  await expect(as(stranger).run(updateBase, edit, { version: 1 })).rejects.toMatchObject({ status: 403 })
  expect(await as(administrator).run(updateBase, edit, { version: 1 })).toEqual({ slug: 'base-pastel', version: 2 })
  await expect(as(administrator).run(updateBase, edit, { version: 1 })).rejects.toMatchObject({ code: 'stale' })
  expect(await as().run(showBase, { slug: 'base-indigo' })).toEqual({ movedTo: 'base-pastel' })
  expect((await as().run(findBases, { text: 'pastel' })).bases).toMatchObject([{ slug: 'base-pastel', resourcesCount: 0 }])
})

test('bases are found by words and by department, and count what all may read', async () => {
  const { as } = await world()
  const person = await aPerson()
  const { baseId } = await as(person).run(createBase, { title: 'Réemploi d’Outremer', department: '974' })
  await aResource({ author: person, baseId, published: true })
  await aResource({ author: person, baseId, published: true, isPublic: false })
  await aResource({ author: person, baseId })
  expect(await as().run(findBases, { text: 'reemploi', department: '974' })).toMatchObject({
    bases: [{ id: baseId, resourcesCount: 1 }], total: 1, facets: { departments: { 974: 1 } },
  })
  expect((await as().run(findBases, { department: '11' })).bases).toEqual([])
})
