import { expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { v7 } from '#kernel/id.ts'
import { bases } from '#modules/bases/module.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { identity } from '#modules/identity/module.ts'
import { worldWith } from '#modules/privacy/fixtures.ts'

// What one module's tests cannot show: two people of the whole product, as the worker erases and merges them.
const world = worldWith(...modules)
const staff = identity.backOffice.operations as Record<string, Operation>
const commons = bases.operations

const setting = async () => {
  const { as, db, pools, work } = await world()
  const { id } = await makePerson(db, { platformRoles: ['administrator'] })
  const now = new Date().toISOString()
  const admin = as({
    id, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris', session: { id: v7(), method: 'test', signedInAt: now },
  })
  /** A public resource and a draft of a person, and a base that they alone administer. */
  const write = async (author: { id: string }) => {
    const { run } = as(author)
    const { baseId } = await run(commons['createBase']!, { title: `Base ${author.id}`, isPublic: true, excerpt: 'Une base' }) as { baseId: string }
    const ids: string[] = []
    for (const open of [true, false]) {
      const { resourceId } = await run(commons['createResource']!, { title: `Ressource ${open}`, description: 'Une ressource', baseId: null }) as { resourceId: string }
      await run(commons['addContent']!, { resourceId, type: 'text', text: 'Bonjour' })
      await run(commons['setResourceIndexation']!, { resourceId, version: 0, themes: ['parentalite'], supportTypes: ['tutoriel'], audiences: ['parents'] })
      if (open) await run(commons['publishResource']!, { resourceId })
      ids.push(resourceId)
    }
    return { baseId, published: ids[0]!, draft: ids[1]! }
  }
  const resources = async (personId: string | null) => (await db.selectFrom('bases.resource').select('id').where('created_by', 'is not distinct from', personId)
    .where('deleted_at', 'is', null).execute()).map((row) => String(row['id']))
  return { as, db, admin, write, resources, work, pools }
}

test('who is anonymised leaves what they published, without their name, and nothing else', async () => {
  const { db, admin, write, resources, work } = await setting()
  const person = await makePerson(db, { firstName: 'Anaïs', lastName: 'Effaçable' })
  const { published, draft } = await write(person)
  await admin.run(staff['anonymisePerson']!, { personId: person.id, reason: 'À sa demande', confirmation: 'Anaïs Effaçable' })
  await work()
  await work()
  expect(await resources(person.id)).toEqual([])
  expect(await resources(null)).toContain(published)
  expect(await resources(null)).not.toContain(draft)
  const { erased_at: erasedAt, first_name: firstName } = await db.selectFrom('identity.person').selectAll().where('id', '=', person.id).executeTakeFirstOrThrow()
  expect(erasedAt).not.toBeNull()
  expect(firstName).toBeNull()
})

test('of two people who become one, everything of the absorbed one is the other\'s, as the preview said', async () => {
  const { db, admin, write, resources, work } = await setting()
  const [kept, absorbed] = [await makePerson(db, { firstName: 'Yann' }), await makePerson(db, { firstName: 'Yan' })]
  const [mine, theirs] = [await write(kept), await write(absorbed)]
  const { mergeId } = await admin.run(staff['prepareMerge']!, { personId: kept.id, absorbedId: absorbed.id }) as { mergeId: string }
  await work()
  const preview = await admin.run(staff['showMerge']!, { mergeId }) as { version: number; lines: { table: string }[] }
  expect(preview.lines).toContainEqual({ table: 'bases.resource', kept: 2, absorbed: 2, becomes: 'repoint', twins: 0 })
  expect(await resources(absorbed.id)).toHaveLength(2)
  await admin.run(staff['confirmMerge']!, { mergeId }, { version: preview.version })
  await work()
  expect((await resources(kept.id)).toSorted()).toEqual([mine.published, mine.draft, theirs.published, theirs.draft].toSorted())
  expect(await resources(absorbed.id)).toEqual([])
  const members = await db.selectFrom('bases.base_member').select('person_id').where('base_id', '=', theirs.baseId).execute()
  expect(members).toEqual([{ person_id: kept.id }])
})
