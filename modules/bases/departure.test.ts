import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { erasePerson } from '#kernel/testing/person-rows.ts'
import { system } from '#kernel/operation/actor.ts'
import { kyselyOn } from '#kernel/db/connection.ts'
import { departure } from './departure.ts'
import { aBase, aPerson, aResource, contributes, world } from './fixtures.ts'
import { addContent } from './operations/add-content.ts'
import { createCollection } from './operations/create-collection.ts'
import { deleteResource } from './operations/delete-resource.ts'
import { publishResource } from './operations/publish-resource.ts'
import { showBase } from './operations/show-base.ts'
import { showDraft } from './operations/show-draft.ts'
import { showResource } from './operations/show-resource.ts'

/** As the worker settles, then as rows are erased. */
const leave = async (personId: string) => {
  const { pools, engine, modules } = await world()
  await departure.settle({ ...engine.context({ actor: system, origin: { request: 'test' } }), db: kyselyOn(pools.worker) }, personId)
  await erasePerson(pools.owner, modules, personId)
}
const foreseen = async (person: { id: string }) => {
  const { engine, actorOf } = await world()
  return departure.foresee(engine.context({ actor: await actorOf(person), origin: { request: 'test' } }), person.id)
}
const exists = async (id: string) => (await (await world()).db.selectFrom('bases.resource').select('id').where('id', '=', id)
  .execute()).length === 1

test('what was published stays for everybody without a name; drafts and private ones go, with their files and their search', async () => {
  const { as, db } = await world()
  const author = await aPerson({ firstName: 'Nadia', lastName: 'Cherkati' })
  const open = await aResource({ author, published: true, title: 'Ouverte à toutes et tous' })
  const draft = await aResource({ author })
  const hidden = await aResource({ author, published: true, isPublic: false })
  const deleted = await aResource({ author, published: true })
  await as(author).run(deleteResource, { resourceId: deleted.resourceId })
  await as(author).run(createCollection, { title: 'Ma sélection', description: '', isPublic: true })
  expect((await foreseen(author)).map(({ becomes, says }) => [becomes, says])).toEqual([
    ['stays', 'Une ressource publiée restera, sans votre nom\u00a0: d’autres s’en servent.'],
    ['goes', '3 ressources en brouillon ou privées partiront.'],
    ['goes', 'Une collection partira\u00a0; les ressources qu’elles rassemblent resteront.'],
  ])
  await leave(author.id)
  const shown = await as().run(showResource, { slug: open.slug })
  expect(shown).toMatchObject({ title: 'Ouverte à toutes et tous' })
  expect(JSON.stringify(shown)).not.toMatch(/Nadia|Cherkati/)
  expect(JSON.stringify(shown)).not.toContain(author.id)
  for (const { resourceId } of [draft, hidden, deleted]) {
    expect(await exists(resourceId)).toBe(false)
    for (const table of ['bases.draft', 'bases.content', 'bases.resource_event']) {
      expect(await db.selectFrom(table).selectAll().where('resource_id', '=', resourceId).execute()).toEqual([])
    }
    expect(await db.selectFrom('search.document').select('id').where('id', '=', resourceId).execute()).toEqual([])
    expect(await db.selectFrom('bases.slug').select('slug').where('target_id', '=', resourceId).execute()).toEqual([])
  }
  expect(await db.selectFrom('bases.collection').select('id').where('person_id', '=', author.id).execute()).toEqual([])
  expect(JSON.stringify(await db.selectFrom('files.reference').select('principals').execute())).not.toContain(author.id)
})

test('what is written with others stays to them, be they invited or of the same base', async () => {
  const { as, db } = await world()
  const [author, guest, colleague] = [await aPerson(), await aPerson(), await aPerson()]
  const invited = await aResource({ author })
  await contributes(guest, invited.resourceId, author)
  const { baseId } = await aBase({ administrator: colleague, contributors: [author] })
  const inBase = await aResource({ author, baseId })
  expect(await foreseen(author)).toMatchObject([{ becomes: 'stays', says: expect.stringContaining('2 ressources') }])
  await leave(author.id)
  expect(await as(guest).run(showDraft, { resourceId: invited.resourceId })).toMatchObject({ resourceId: invited.resourceId })
  expect(await as(colleague).run(showDraft, { resourceId: inBase.resourceId })).toMatchObject({ resourceId: inBase.resourceId })
  const events = await db.selectFrom('bases.resource_event').select('by_id').where('resource_id', 'in', [invited.resourceId,
    inBase.resourceId]).execute()
  expect(events.every((event) => event['by_id'] === null)).toBe(true)
})

test('a base without its only administrator goes to who has been there longest, and they are told beforehand', async () => {
  const { as, db } = await world()
  const [leaver, first, second] = [await aPerson(), await aPerson({ firstName: 'Awa', lastName: 'Diallo' }), await aPerson()]
  const { baseId, slug } = await aBase({ administrator: leaver, contributors: [first, second], title: `Relève ${v7()}` })
  expect(await foreseen(leaver)).toMatchObject([{ becomes: 'asks', says: expect.stringContaining('Awa Diallo'),
    href: `/mes-bases/${slug}/membres` }])
  await leave(leaver.id)
  const members = await db.selectFrom('bases.base_member').select(['person_id', 'role']).where('base_id', '=', baseId).execute()
  expect(members.toSorted((a, b) => String(a['role']).localeCompare(String(b['role'])))).toEqual([
    { person_id: first.id, role: 'administrator' }, { person_id: second.id, role: 'contributor' }])
  expect((await as(first).answer(showBase, { slug })).can).toMatchObject({ updateBase: true })
})

test('a base with another administrator asks nothing; one of oneself alone stays if something is published there, else goes', async () => {
  const { as, db } = await world()
  const [leaver, other] = [await aPerson(), await aPerson()]
  const shared = await aBase({ administrator: leaver })
  await db.insertInto('bases.base_member').values({ base_id: shared.baseId, person_id: other.id, role: 'administrator',
    added_at: new Date().toISOString() }).execute()
  const kept = await aBase({ administrator: leaver, title: `Gardée ${v7()}` })
  const published = await aResource({ author: leaver, baseId: kept.baseId, published: true })
  const draft = await aResource({ author: leaver, baseId: kept.baseId })
  const empty = await aBase({ administrator: leaver, title: `Vide ${v7()}` })
  const closed = await aBase({ administrator: leaver, isPublic: false, title: `Privée ${v7()}` })
  const inside = await aResource({ author: leaver, baseId: closed.baseId, published: true })
  const said = await foreseen(leaver)
  expect(said.filter(({ becomes }) => becomes === 'asks')).toMatchObject([{ says: expect.stringContaining('Gardée') }])
  expect(said.filter(({ says }) => /Vide|Privée/.test(says))).toMatchObject([{ becomes: 'goes' }, { becomes: 'goes' }])
  await leave(leaver.id)
  expect(await as().run(showBase, { slug: kept.slug })).toMatchObject({ title: expect.stringContaining('Gardée') })
  expect(await as().run(showResource, { slug: published.slug })).toMatchObject({ title: published.title })
  expect([await exists(draft.resourceId), await exists(inside.resourceId)]).toEqual([false, false])
  for (const { slug } of [empty, closed]) await expect(as().run(showBase, { slug })).rejects.toMatchObject({ status: 404 })
  expect(await as(other).run(showBase, { slug: shared.slug })).toMatchObject({ slug: shared.slug })
})

test('a private resource that another one shows leaves an empty place, so that the other still opens', async () => {
  const { as, db } = await world()
  const [leaver, reader] = [await aPerson(), await aPerson()]
  const mine = await aResource({ author: leaver, published: true, title: 'Titre à effacer' })
  const theirs = await aResource({ author: reader })
  await as(reader).run(addContent, { resourceId: theirs.resourceId, type: 'linked_resource', linkedResourceId: mine.resourceId })
  const { slug } = await as(reader).run(publishResource, { resourceId: theirs.resourceId })
  await as(leaver).run(deleteResource, { resourceId: mine.resourceId })
  await leave(leaver.id)
  expect(await as().run(showResource, { slug })).toMatchObject({ title: theirs.title })
  expect(await db.selectFrom('bases.resource').select(['title', 'created_by', 'slug']).where('id', '=', mine.resourceId)
    .executeTakeFirstOrThrow())
    .toEqual({ title: null, created_by: null, slug: null })
  expect(await db.selectFrom('bases.draft').selectAll().where('resource_id', '=', mine.resourceId).execute()).toEqual([])
})

test('somebody who has nothing here leaves nothing', async () => {
  const person = await aPerson()
  expect(await foreseen(person)).toEqual([])
  await leave(person.id)
})
