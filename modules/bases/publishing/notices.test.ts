import { expect, test } from 'vitest'
import { aMailbox } from '#modules/mail/fixtures.ts'
import { aBase, aPerson, aResource, contributes, joins, world } from '../fixtures.ts'
import { deleteBase } from '../operations/delete-base.ts'
import { deleteResource } from '../operations/delete-resource.ts'
import { editResourceTitle } from '../operations/edit-resource-title.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { restoreResource } from '../operations/restore-resource.ts'

aMailbox()

/** What somebody was told of what is written, invitations and memberships aside. */
const told = async ({ id }: { id: string }) => {
  const { work, db } = await world()
  await work()
  const rows = await db.selectFrom('notifications.notification').selectAll().where('person_id', '=', id).orderBy('id').execute()
  return rows.filter((row) => /written|base-deleted/.test(String(row['kind'])))
}
const kindsOf = async (person: { id: string }) => (await told(person)).map((row) => row['kind'])

const retitle = async (resourceId: string, someone: { id: string }, title: string) => {
  const { as, db } = await world()
  const { state } = await db.selectFrom('bases.draft').select('state').where('resource_id', '=', resourceId).executeTakeFirstOrThrow()
  await as(someone).run(editResourceTitle, { resourceId, version: state.heading.version, title, description: 'Une ressource d’essai' })
  await as(someone).run(publishResource, { resourceId })
}

test('authors are told when another of them publishes, modifies or deletes it; never who acts, never a stranger', async () => {
  const { as } = await world()
  const [invited, other, member] = [await aPerson(), await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase()
  const author = await aPerson()
  for (const one of [member, author]) await joins(one, baseId, administrator)
  const { resourceId } = await aResource({ author, baseId, title: 'Écrite ensemble' })
  for (const one of [invited, other]) await contributes(one, resourceId, author)

  await as(invited).run(publishResource, { resourceId })
  for (const one of [author, other]) expect(await kindsOf(one)).toEqual(['bases.written-published'])
  for (const one of [invited, member, administrator]) expect(await kindsOf(one)).toEqual([])

  await retitle(resourceId, author, 'Écrite ensemble, et relue')
  expect(await kindsOf(invited)).toEqual(['bases.written-modified'])
  const renamed = { title: 'Écrite ensemble, et relue' }
  expect((await told(other))[1]).toMatchObject({ kind: 'bases.written-modified', count: 1, mail_pace: 'daily', params: renamed })
  expect(await kindsOf(author)).toEqual(['bases.written-published'])
  // The same again within a day says nothing more.
  await retitle(resourceId, author, 'Écrite ensemble, et relue encore')
  expect((await told(other)).map(({ kind, count }) => [kind, count]))
    .toEqual([['bases.written-published', 1], ['bases.written-modified', 1]])

  await as(administrator).run(deleteResource, { resourceId })
  const params = { title: 'Écrite ensemble, et relue encore', restorable: true }
  expect((await told(author)).at(-1)).toMatchObject({ kind: 'bases.written-deleted', params })
  expect((await told(invited)).at(-1)).toMatchObject({ kind: 'bases.written-deleted', params: { restorable: false } })
  expect(await kindsOf(administrator)).toEqual([])
})

test('a private resource is told of too; one brought back before anybody was told is not', async () => {
  const { as } = await world()
  const invited = await aPerson()
  const { resourceId, author } = await aResource({ isPublic: false })
  await contributes(invited, resourceId, author)
  await as(author).run(publishResource, { resourceId })
  expect(await kindsOf(invited)).toEqual(['bases.written-published'])
  await as(author).run(deleteResource, { resourceId })
  await as(author).run(restoreResource, { resourceId })
  expect(await kindsOf(invited)).toEqual(['bases.written-published'])
})

test('a base that is deleted is told once to its members and to those who wrote in it; not to who deletes it', async () => {
  const { as } = await world()
  const [other, contributor, invited, stranger] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()]
  const { baseId, administrator } = await aBase({ title: 'Base qui ferme' })
  await joins(other, baseId, administrator, 'administrator')
  await joins(contributor, baseId, administrator)
  for (const title of ['Une', 'Deux']) {
    const { resourceId } = await aResource({ author: contributor, baseId, title, published: true })
    await contributes(invited, resourceId, contributor)
  }
  await as(administrator).run(deleteBase, { baseId, title: 'Base qui ferme' })
  const params = { title: 'Base qui ferme', restorable: true }
  expect(await told(other)).toMatchObject([{ kind: 'bases.base-deleted', mail_pace: 'at-once', params }])
  for (const one of [contributor, invited]) {
    expect(await told(one)).toMatchObject([{ kind: 'bases.base-deleted', params: { title: 'Base qui ferme', restorable: false } }])
  }
  for (const one of [administrator, stranger]) expect(await kindsOf(one)).toEqual([])
  const { db } = await world()
  expect(await db.selectFrom('notifications.cause').innerJoin('notifications.notification as one', 'one.id', 'notification_id')
    .select('cause.person_id').where('one.kind', '=', 'bases.base-deleted').execute()).toEqual([])
})
