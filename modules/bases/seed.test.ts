import sharp from 'sharp'
import { expect, test } from 'vitest'
import { commons } from '#demo/commons.ts'
import { people } from '#demo/world/people.ts'
import { temporaryStorage } from '#modules/files/fixtures.ts'
import { aPerson, world } from './fixtures.ts'
import { findResources } from './operations/find-resources.ts'
import { showResource } from './operations/show-resource.ts'
import { seedBases } from './seed.ts'

temporaryStorage()

test('the demonstration is written through the operations, then dated back', async () => {
  const { as, engine, pools } = await world()
  const ids = new Map<string, string>()
  for (const { key, firstName, lastName } of people) ids.set(key, (await aPerson({ firstName, lastName, isPublic: true })).id)
  const tiny = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#246' } }).png().toBuffer()
  const drawn = async () => tiny
  await seedBases({ engine, owner: pools.owner, people: ids, world: { ...commons, picture: drawn, logo: drawn, cover: drawn } })
  const published = commons.resources.filter(({ state }) => state === 'published')
  const { resources, total } = await as().run(findResources, { sort: 'oldest', perPage: 30 })
  expect(total).toBe(published.filter(({ base }) => base !== 'fabrique').length)
  const oldest = Date.now() - Date.parse(resources[0]!.publishedAt)
  expect(Math.round(oldest / 86_400_000)).toBeCloseTo(Math.max(...published.map(({ daysAgo }) => daysAgo)), -1)
  const mouse = await as().run(showResource, { slug: resources.find(({ title }) => title.startsWith('Prendre en main une souris'))!.slug })
  expect(mouse).toMatchObject({ contents: expect.arrayContaining([expect.objectContaining({ type: 'linked_resource' })]) })
  const { rows: [lives] } = await pools.owner.query(`select (select count(*)::int from bases.opinion) as opinions,
    (select count(*)::int from bases.invitation where state = 'pending') as waiting, (select count(*)::int from bases.join_request where state = 'pending') as asking,
    (select count(*)::int from bases.resource where deleted_at > now() - interval '30 days') as deleted, (select count(*)::int from bases.site_feedback) as said`)
  expect(lives).toEqual({
    opinions: commons.opinions.length, waiting: commons.invitations.length, asking: commons.joinRequests.length, deleted: commons.deleted.length, said: commons.siteFeedback.length,
  })
  const { rows: clashes } = await pools.owner.query(`select resource_id from bases.draft as draft
    where sequence <> (select count(*) from bases.resource_event as event where event.resource_id = draft.resource_id)`)
  expect(clashes).toEqual([])
}, 60_000)
