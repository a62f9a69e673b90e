import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { followBase } from './follow-base.ts'
import { followPerson } from './follow-person.ts'
import { listFollowed } from './list-followed.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'
import { showBase } from './show-base.ts'
import { showFeed } from './show-feed.ts'
import { showProfile } from './show-profile.ts'
import { unfollowBase } from './unfollow-base.ts'
import { unfollowPerson } from './unfollow-person.ts'

test('the feed has what the bases and people that one follows have published, newest first, each saying why', async () => {
  const { as } = await world()
  const [reader, author] = [await aPerson(), await aPerson({ firstName: 'Inès', lastName: 'Jourdeuil', isPublic: true })]
  const base = await aBase({ title: 'Numérique pour tous' })
  const alone = await aResource({ author, title: 'Écrite seule', published: true })
  const inBase = await aResource({ author: base.administrator, baseId: base.baseId, title: 'Écrite en base', published: true })
  await aResource({ author, title: 'Encore un brouillon' })
  await aResource({ title: 'De quelqu’un d’autre', published: true })
  expect(await as(reader).run(showFeed, {})).toEqual({ items: [], next: null, followsNothing: true })
  await as(reader).run(followBase, { baseId: base.baseId })
  await as(reader).run(followBase, { baseId: base.baseId })
  await as(reader).run(followPerson, { personId: author.id })
  const feed = await as(reader).run(showFeed, {})
  expect(feed.items.map(({ resource, why }) => [resource.id, why.kind, why.name])).toEqual([
    [inBase.resourceId, 'base', 'Numérique pour tous'], [alone.resourceId, 'person', 'Inès Jourdeuil'],
  ])
  expect((await as(reader).run(showBase, { slug: base.slug }))).toMatchObject({ followersCount: 1, followed: true })
  expect((await as(author).run(showBase, { slug: base.slug }))).toMatchObject({ followersCount: 1, followed: false })
  await as(author).run(setResourceVisibility, { resourceId: alone.resourceId, isPublic: false })
  expect((await as(reader).run(showFeed, {})).items.map(({ resource }) => resource.id)).toEqual([inBase.resourceId])
  await as(reader).run(unfollowBase, { baseId: base.baseId })
  await as(reader).run(unfollowPerson, { personId: author.id })
  expect(await as(reader).run(showFeed, {})).toMatchObject({ items: [], followsNothing: true })
  expect(await as(reader).run(showBase, { slug: base.slug })).toMatchObject({ followersCount: 0 })
})

test('the feed goes on from its cursor, without a gap nor a double; a cursor cut in a mail begins again', async () => {
  const { as } = await world()
  const reader = await aPerson()
  const base = await aBase()
  await as(reader).run(followBase, { baseId: base.baseId })
  const written: string[] = []
  for (let n = 0; n < 14; n++) written.unshift((await aResource({ author: base.administrator, baseId: base.baseId, published: true })).resourceId)
  const first = await as(reader).run(showFeed, {})
  const second = await as(reader).run(showFeed, { before: first.next! })
  expect([...first.items, ...second.items].map(({ resource }) => resource.id)).toEqual(written)
  expect(second.next).toBeNull()
  expect(await as(reader).run(showFeed, { before: 'eyJhd' })).toEqual(first)
})

test('nobody follows what they may not see, nor themselves; a visitor signs in', async () => {
  const { as } = await world()
  const [person, hidden] = [await aPerson({ isPublic: true }), await aPerson({ isPublic: false })]
  const closed = await aBase({ isPublic: false })
  await expect(as(person).run(followBase, { baseId: closed.baseId })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(followPerson, { personId: hidden.id })).rejects.toMatchObject({ status: 404 })
  await expect(as(person).run(followPerson, { personId: person.id })).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  await expect(as().run(followPerson, { personId: person.id })).rejects.toMatchObject({ status: 401 })
  for (const query of [showFeed, listFollowed]) await expect(as().run(query, {})).rejects.toMatchObject({ status: 401 })
  await expect(as().run(unfollowBase, { baseId: closed.baseId })).rejects.toMatchObject({ status: 401 })
  await expect(as().run(unfollowPerson, { personId: person.id })).rejects.toMatchObject({ status: 401 })
})

test('a profile shows what its person shares with all; a private one is seen by its holder alone', async () => {
  const { as } = await world()
  const [author, reader] = [await aPerson({ isPublic: true }), await aPerson()]
  const [open, closed] = [await aBase({ administrator: author }), await aBase({ administrator: author, isPublic: false })]
  const told = await aResource({ author, title: 'À tous', published: true })
  const kept = await aResource({ author, title: 'Pour moi', published: true, isPublic: false })
  const seen = async (someone?: { id: string }) => {
    const { bases, resources } = await as(someone).run(showProfile, { personId: author.id })
    return { bases: bases.map(({ id }) => id).toSorted(), resources: resources.map(({ id }) => id).toSorted() }
  }
  expect(await seen()).toEqual({ bases: [open.baseId], resources: [told.resourceId] })
  expect(await seen(author)).toEqual({ bases: [open.baseId, closed.baseId].toSorted(), resources: [told.resourceId, kept.resourceId].toSorted() })
  await expect(as(author).run(showProfile, { personId: reader.id })).rejects.toMatchObject({ status: 404 })
  expect((await as(reader).answer(showProfile, { personId: reader.id })).can).toEqual({ followPerson: false })
  expect((await as(reader).answer(showProfile, { personId: author.id })).can).toEqual({ followPerson: true })
})

test('what one follows is told to oneself alone, and what closed is no longer in it', async () => {
  const { as, db } = await world()
  const [reader, author] = [await aPerson(), await aPerson({ isPublic: true })]
  const base = await aBase()
  await as(reader).run(followBase, { baseId: base.baseId })
  await as(reader).run(followPerson, { personId: author.id })
  const mine = await as(reader).run(listFollowed, {})
  expect([mine.bases.map(({ id }) => id), mine.people.map(({ id }) => id)]).toEqual([[base.baseId], [author.id]])
  expect(await as(author).run(listFollowed, {})).toEqual({ bases: [], people: [] })
  await db.updateTable('bases.base').set({ is_public: false }).where('id', '=', base.baseId).execute()
  expect((await as(reader).run(listFollowed, {})).bases).toEqual([])
})
