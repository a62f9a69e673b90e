import { expect, test } from 'vitest'
import type { Operation } from '#kernel/operation/operation.ts'
import type { Someone } from '#kernel/testing/world.ts'
import { moderation } from '#modules/moderation/module.ts'
import { v7 } from '#kernel/id.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { aFile, aPicture, served, temporaryStorage } from '#modules/files/fixtures.ts'
import { addContent } from '../operations/add-content.ts'
import { createResource } from '../operations/create-resource.ts'
import { findProfiles } from '../operations/find-profiles.ts'
import { findResources } from '../operations/find-resources.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { restoreResource } from '../operations/restore-resource.ts'
import { setResourceIndexation } from '../operations/set-resource-indexation.ts'
import { setResourceVisibility } from '../operations/set-resource-visibility.ts'
import { showBase } from '../operations/show-base.ts'
import { showProfile } from '../operations/show-profile.ts'
import { showResource } from '../operations/show-resource.ts'
import { showSharedProfile } from '../operations/show-shared-profile.ts'
import { updateSharedProfile } from '../operations/update-shared-profile.ts'
import { updateBase } from '../operations/update-base.ts'

temporaryStorage()

const { reportContent, listReported, showReported, decideOnReported, appealDecision, judgeAppeal, listDecisionsOnMine } =
  moderation.operations as Record<string, Operation>

const aModerator = async () => {
  const { id } = await aPerson({ platformRoles: ['moderator'] })
  return { id, grants: [{ scope: 'platform', id: '', role: 'moderator' }], timeZone: 'Europe/Paris' }
}
const subjectOf = async (targetId: string): Promise<string> =>
  (await (await world()).db.selectFrom('moderation.subject').select('id').where('target_id', '=', targetId).executeTakeFirstOrThrow()).id
const decide = async (by: Someone, targetId: string, decision: string) => {
  const { as, work, db } = await world()
  const subjectId = await subjectOf(targetId)
  const { version } = await as(by).run(showReported!, { subjectId }) as { version: number }
  await as(by).run(decideOnReported!, { subjectId, decision, ground: 'spam', reason: 'Publicité' }, { version })
  // Nobody to write to: this world has no mail server.
  await db.deleteFrom('identity.address').execute()
  await work()
}
const reported = async (targetId: string, kind = 'bases.resource') =>
  (await world()).as(await aPerson()).run(reportContent!, { kind, targetId, reason: 'spam', words: '' })

/** Published by somebody who came a minute ago, unless told. */
const anAdvertisement = async ({ isPublic = true, minutes = 1 } = {}) => {
  const { as } = await world()
  const author = await aPerson({ id: v7From(minutes) })
  const { run } = as(author)
  const { resourceId } = await run(createResource, { title: 'Gagnez au loto', description: 'Vite' })
  await run(addContent, { resourceId, type: 'link', url: 'https://loto.example', caption: 'Gagner' })
  await run(setResourceIndexation, { resourceId, version: 0, themes: ['parentalite'], supportTypes: ['tutoriel'], audiences: ['parents'] })
  if (!isPublic) await run(setResourceVisibility, { resourceId, isPublic })
  const { slug, isOpen } = await run(publishResource, { resourceId })
  return { resourceId, author, slug, isOpen }
}
const v7From = (minutes: number) => {
  const time = (Date.now() - minutes * 60_000).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}${v7().slice(13)}`
}

test('a resource that moderators hide is its author\'s alone, at once, and its author cannot show it; a draft is not reported', async () => {
  const { as } = await world()
  const { resourceId, slug, author } = await aResource({ published: true, title: 'Gagnez au loto' })
  const [draft, reader, ines] = [await aResource(), await aPerson(), await aModerator()]
  await expect(reported(draft.resourceId)).rejects.toMatchObject({ status: 404 })
  await reported(resourceId)
  const { subjects } = await as(ines).run(listReported!, {}) as { subjects: { title: string, label: string }[] }
  expect(subjects).toMatchObject([{ title: 'Gagnez au loto', label: 'ressource' }])
  expect(await as(reader).run(showResource, { slug })).toMatchObject({ title: 'Gagnez au loto', withheld: null })
  await decide(ines, resourceId, 'hide')
  for (const one of [reader, undefined]) await expect(as(one).run(showResource, { slug })).rejects.toMatchObject({ status: 404 })
  for (const one of [author, ines]) expect(await as(one).run(showResource, { slug })).toMatchObject({ isPublic: false, withheld: 'hidden' })
  await expect(as(author).run(setResourceVisibility, { resourceId, isPublic: true })).rejects.toMatchObject({ code: 'bases.withheld' })
})

test('an appeal that is followed shows the resource again', async () => {
  const { as, work } = await world()
  const { resourceId, slug, author } = await aResource({ published: true })
  const [ines, omar] = [await aModerator(), await aModerator()]
  await reported(resourceId)
  await decide(ines, resourceId, 'delete')
  await expect(as(author).run(showResource, { slug })).rejects.toMatchObject({ status: 404 })
  await expect(as(author).run(restoreResource, { resourceId })).rejects.toMatchObject({ code: 'bases.withheld' })
  const { subjects } = await as(author).run(listDecisionsOnMine!, {}) as { subjects: { decisions: { id: string }[] }[] }
  await as(author).run(appealDecision!, { decisionId: subjects[0]!.decisions[0]!.id, words: 'Non' })
  const subjectId = await subjectOf(resourceId)
  const { version } = await as(omar).run(showReported!, { subjectId }) as { version: number }
  await as(omar).run(judgeAppeal!, { subjectId, outcome: 'overturned', reason: 'En effet' }, { version })
  await work()
  expect(await as().run(showResource, { slug })).toMatchObject({ isOpen: true, withheld: null })
})

test('what looks like spam waits: its author and moderators see it, nobody else, until it is released', async () => {
  const { as } = await world()
  const { resourceId, author, slug, isOpen } = await anAdvertisement()
  expect(isOpen).toBe(false)
  const ines = await aModerator()
  for (const one of [author, ines]) expect(await as(one).run(showResource, { slug })).toMatchObject({ withheld: 'waiting' })
  for (const one of [await aPerson(), undefined]) {
    await expect(as(one).run(showResource, { slug })).rejects.toMatchObject({ status: 404 })
    expect((await as(one).run(findResources, { text: 'loto', perPage: 12 })).resources.map(({ id }) => id)).not.toContain(resourceId)
  }
  await expect(as(author).run(setResourceVisibility, { resourceId, isPublic: true })).rejects.toMatchObject({ code: 'bases.withheld' })
  await decide(ines, resourceId, 'release')
  expect(await as().run(showResource, { slug })).toMatchObject({ withheld: null })
  expect((await as().run(findResources, { text: 'loto', perPage: 12 })).resources.map(({ id }) => id)).toContain(resourceId)
})

test('neither what nobody else sees, nor what somebody known publishes, is held', async () => {
  const { db } = await world()
  const [own, known] = [await anAdvertisement({ isPublic: false }), await anAdvertisement({ minutes: 61 })]
  expect(known.isOpen).toBe(true)
  const held = await db.selectFrom('moderation.subject').select('id').where('target_id', 'in', [own.resourceId, known.resourceId]).execute()
  expect(held).toEqual([])
})

test('a base that is nothing but a website waits too, and takes what it holds with it', async () => {
  const { as } = await world()
  const { baseId, administrator, slug } = await aBase({ title: 'Loto' })
  const inside = await aResource({ author: administrator, baseId, published: true })
  const base = { title: 'Loto', excerpt: 'Gagnez', description: '', department: null, email: null, website: 'https://loto.example', isPublic: true }
  const updated = await as(administrator).run(updateBase, { baseId, ...base }, { version: 1 })
  const ines = await aModerator()
  expect(await as(administrator).run(showBase, { slug: updated.slug })).toMatchObject({ withheld: 'waiting', isPublic: false })
  await expect(as().run(showBase, { slug })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(showResource, { slug: inside.slug })).rejects.toMatchObject({ status: 404 })
  await expect(as(administrator).run(updateBase, { baseId, ...base }, { version: updated.version })).rejects.toMatchObject({ code: 'bases.withheld' })
  await decide(ines, baseId, 'release')
  expect(await as().run(showBase, { slug })).toMatchObject({ isPublic: true, withheld: null })
  expect(await as().run(showResource, { slug: inside.slug })).toMatchObject({ isOpen: true })
})

test('moderators look at the pictures of what waits, and at those of nothing else that is private', async () => {
  const there = await world()
  const address = await served(there)
  const author = await aPerson({ id: v7From(1) })
  const { run } = there.as(author)
  const { resourceId } = await run(createResource, { title: 'Gagnez au poker', description: 'Vite' })
  const picture = async () => aFile(there, { uploadedBy: author, name: 'gain.png', bytes: await aPicture(400, 300).png().toBuffer() })
  const [held, own] = [await picture(), await picture()]
  await run(addContent, { resourceId, type: 'image', fileId: held, alt: 'https://poker.example' })
  await run(addContent, { resourceId, type: 'link', url: 'https://poker.example', caption: 'Gagner' })
  await run(setResourceIndexation, { resourceId, version: 0, themes: ['parentalite'], supportTypes: ['tutoriel'], audiences: ['parents'] })
  expect((await run(publishResource, { resourceId })).isOpen).toBe(false)
  const draft = await run(createResource, { title: 'À moi' })
  await run(addContent, { resourceId: draft.resourceId, type: 'image', fileId: own, alt: 'Un dessin' })
  const [{ id: moderator }, stranger] = [await aModerator(), await aPerson()]
  const seen = async (fileId: string, person: { id: string }) => (await fetch(`${address}/images/${fileId}/320`,
    { headers: { 'x-person': person.id } })).status
  expect([await seen(held, { id: moderator }), await seen(own, { id: moderator }), await seen(held, stranger), await seen(held, author)])
    .toEqual([200, 404, 404, 200])
  await decide({ id: moderator }, resourceId, 'release')
  expect(await seen(held, stranger)).toBe(200)
})

test('a profile that is nothing but a link waits: its person and moderators see it, nobody else, until it is released', async () => {
  const { as, work } = await world()
  const spammer = await aPerson({ id: v7From(1), firstName: 'Zébulon', isPublic: true })
  const [ines, reader] = [await aModerator(), await aPerson()]
  await as(spammer).run(updateSharedProfile, { website: 'https://loto.example' })
  await work()
  expect(await as(spammer).run(showSharedProfile, {})).toMatchObject({ withheld: 'waiting' })
  for (const one of [spammer, ines]) expect(await as(one).run(showProfile, { personId: spammer.id })).toMatchObject({ withheld: 'waiting' })
  for (const one of [reader, undefined]) await expect(as(one).run(showProfile,
    { personId: spammer.id })).rejects.toMatchObject({ status: 404 })
  expect((await as(reader).run(findProfiles, { text: 'Zébulon' })).total).toBe(0)
  // What they published names nobody, as nothing leads to them.
  const { slug } = await aResource({ author: spammer, published: true })
  const authors = async () => (await as(reader).run(showResource, { slug }) as { authors: { id: string }[] }).authors.map(({ id }) => id)
  expect(await authors()).toEqual([])
  await decide(ines, spammer.id, 'release')
  expect(await authors()).toEqual([spammer.id])
  expect(await as(reader).run(showProfile, { personId: spammer.id })).toMatchObject({ withheld: null,
    links: { website: 'https://loto.example' } })
  expect((await as(reader).run(findProfiles, { text: 'Zébulon' })).total).toBe(1)
})

test('a profile that is reported is hidden or loses its links; one that introduces itself, or is private, is not held', async () => {
  const { as, db } = await world()
  const [person, known, hidden] = [await aPerson({ id: v7From(1), isPublic: true, title: 'Médiatrice numérique' }),
    await aPerson({ id: v7From(61), isPublic: true }), await aPerson({ id: v7From(1), isPublic: false })]
  for (const one of [person, known, hidden]) await as(one).run(updateSharedProfile, { website: 'https://zoe.example' })
  expect(await db.selectFrom('moderation.subject').select('id').where('target_id', 'in', [person.id, known.id, hidden.id]).execute())
    .toEqual([])
  const ines = await aModerator()
  await reported(person.id, 'bases.profile')
  await expect(reported(hidden.id, 'bases.profile')).rejects.toMatchObject({ status: 404 })
  await decide(ines, person.id, 'delete')
  await expect(as().run(showProfile, { personId: person.id })).rejects.toMatchObject({ status: 404 })
  expect(await as(person).run(showProfile, { personId: person.id })).toMatchObject({ withheld: 'deleted', links: { website: null } })
})
