import { expect, test } from 'vitest'
import { countShared } from '../counting.ts'
import { aBase, aPerson, aResource, asWorker, contributes, world } from '../fixtures.ts'
import { indexEveryProfile } from '../profile-index.ts'
import { createCollection } from './create-collection.ts'
import { findProfiles } from './find-profiles.ts'
import { followPerson } from './follow-person.ts'
import { showProfile } from './show-profile.ts'
import { showSharedProfile } from './show-shared-profile.ts'
import { unfollowPerson } from './unfollow-person.ts'
import { updateSharedProfile } from './update-shared-profile.ts'

test('a profile shows what its holder chose; the address only when they say so, and nothing of a private one', async () => {
  const { as } = await world()
  const [person, hidden, reader] = [await aPerson({ firstName: 'Zoé', isPublic: true, about: 'J’anime des ateliers.' }), await aPerson({ isPublic: false }), await aPerson()]
  await aResource({ author: person, published: true })
  await aBase({ administrator: person })
  await aBase({ administrator: person, isPublic: false })
  await as(person).run(createCollection, { title: 'Ouverte', isPublic: true, baseId: null })
  await as(person).run(createCollection, { title: 'Fermée', isPublic: false, baseId: null })
  await expect(as().run(updateSharedProfile, {})).rejects.toMatchObject({ status: 401 })
  await expect(as(person).run(updateSharedProfile, { website: 'javascript:alert(1)' })).rejects.toMatchObject({ status: 422 })
  await as(person).run(updateSharedProfile, { website: 'https://zoe.example/' })
  expect(await as().run(showProfile, { personId: person.id })).toMatchObject({
    about: 'J’anime des ateliers.', links: { website: 'https://zoe.example/', linkedin: null }, email: null, total: 1, bases: { length: 1 },
    collections: [{ title: 'Ouverte' }], oneself: false,
  })
  await as(person).run(updateSharedProfile, { emailIsPublic: true })
  expect(await as().run(showProfile, { personId: person.id })).toMatchObject({ email: person.email, links: { website: null } })
  expect(await as(person).run(showSharedProfile, {})).toMatchObject({ email: person.email, emailIsPublic: true })
  expect(await as(person).run(showProfile, { personId: person.id })).toMatchObject({ oneself: true, bases: { length: 2 }, collections: { length: 2 } })
  await as(hidden).run(updateSharedProfile, { emailIsPublic: true })
  await expect(as(reader).run(showProfile, { personId: hidden.id })).rejects.toMatchObject({ status: 404 })
})

test('what somebody writes with others is theirs too: the same number in the list, on the page and in the order', async () => {
  const { as, db, work } = await world()
  const [writer, author] = [await aPerson({ firstName: 'Ysoline', lastName: 'Quéméneur', isPublic: true }), await aPerson()]
  await aResource({ author: writer, published: true })
  const { resourceId } = await aResource({ author, published: true })
  await contributes(writer, resourceId, author)
  await indexEveryProfile(await asWorker())
  await countShared(await asWorker())
  await work()
  const { profiles } = await as().run(findProfiles, { text: 'quemeneur' })
  expect(profiles).toMatchObject([{ id: writer.id, resourcesCount: 2 }])
  expect(await as().run(showProfile, { personId: writer.id })).toMatchObject({ total: 2 })
  expect(await db.selectFrom('search.document').select('views').where('id', '=', writer.id).executeTakeFirst()).toEqual({ views: 2 })
})

test('those who follow are counted and never named; who leaves them counts no more', async () => {
  const { as } = await world()
  const [person, one, other] = [await aPerson({ isPublic: true }), await aPerson(), await aPerson()]
  const count = async () => (await as().run(showProfile, { personId: person.id })).followersCount
  for (const follower of [one, other]) await as(follower).run(followPerson, { personId: person.id })
  await as(one).run(followPerson, { personId: person.id })
  expect(await count()).toBe(2)
  await as(one).run(unfollowPerson, { personId: person.id })
  await as(one).run(unfollowPerson, { personId: person.id })
  expect(await count()).toBe(1)
  expect(JSON.stringify(await as(one).run(showProfile, { personId: person.id }))).not.toContain(other.id)
})
