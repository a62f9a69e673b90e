import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, contributes, world } from './fixtures.ts'
import { createCollection } from './operations/create-collection.ts'
import { decidesOnResource, editsCollection, editsResource, resourceWithRights, seesCollection, seesResource,
  type Context } from './policy.ts'

/** What rules read of a collection. */
interface Row { person_id: string | null; base_id: string | null; is_open: boolean }

const ids = (rows: { id: string }[]) => new Set(rows.map(({ id }) => id))

test('each rule says the same of a row and in SQL, for every kind of person and of resource', async () => {
  const { as, db, actorOf, engine } = await world()
  const [author, contributor, member, stranger] = [await aPerson(), await aPerson(), await aPerson(), await aPerson()]
  const open = await aBase({ contributors: [member, author] })
  const closed = await aBase({ isPublic: false, contributors: [member, author] })
  for (const baseId of [undefined, open.baseId, closed.baseId]) {
    for (const [published, isPublic] of [[true, true], [true, false], [false, true]] as const) {
      const { resourceId } = await aResource({ author, baseId, published, isPublic })
      await contributes(contributor, resourceId, author)
    }
    await as(author).run(createCollection, { title: 'Une', isPublic: true, baseId })
    await as(author).run(createCollection, { title: 'Deux', isPublic: false, baseId })
  }
  // Kept from readers by moderation: moderators read two of them.
  for (const withheld of ['waiting', 'hidden', 'deleted']) {
    const { resourceId } = await aResource({ author, published: true, isPublic: false })
    await db.updateTable('bases.resource').set({ withheld }).where('id', '=', resourceId).execute()
  }
  const moderator = await aPerson({ platformRoles: ['moderator'] })
  let compared = 0
  for (const someone of [undefined, author, contributor, member, stranger, closed.administrator, moderator]) {
    const actor = await actorOf(someone)
    const context: Context = { ...engine.context({ actor, origin: { request: 'test' } }), db }
    // All rows, whoever may see them, with the flag that rules read.
    const rows = await resourceWithRights(context).clearWhere().execute()
    for (const rule of [seesResource, editsResource, decidesOnResource]) {
      const bySql = await db.selectFrom('bases.resource as resource').select('id').where(rule.where(actor, 'resource')).execute()
      expect(ids(rows.filter((row) => rule.holds(actor, row))), rule.says).toEqual(ids(bySql))
      compared += rows.length
    }
    const collections: (Row & { id: string })[] = await context.db.selectFrom('bases.collection').selectAll().execute()
    for (const rule of [seesCollection, editsCollection]) {
      const bySql = await db.selectFrom('bases.collection as collection').select('id').where(rule.where(actor, 'collection')).execute()
      expect(ids(collections.filter((row) => rule.holds(actor, row))), rule.says).toEqual(ids(bySql))
    }
  }
  expect(compared).toBe(7 * 12 * 3)
})
