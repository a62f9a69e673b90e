import { beforeAll, expect, test } from 'vitest'
import { execute } from '#kernel/fact/execution.ts'
import { v7 } from '#kernel/id.ts'
import { served } from '#modules/files/fixtures.ts'
import { aBase, aPerson, aResource, contributes, joins, world } from '../fixtures.ts'
import { forgetViews } from '../jobs.ts'
import { editContent } from '../operations/edit-content.ts'
import { showDraft } from '../operations/show-draft.ts'
import type { Writer } from './writers.ts'

let address: string
beforeAll(async () => { address = await served(await world()) })

const say = async (person: { id: string } | undefined, resourceId: string,
  said: { tab: string; contentId?: string | null; closes?: boolean }) => {
  const answer = await fetch(`${address}/api/resources/${resourceId}/writing`, {
    method: 'PUT', body: JSON.stringify(said), headers: { 'content-type': 'application/json', 'x-person': person?.id ?? '',
      origin: 'http://localhost:3000' } })
  return { status: answer.status, writers: answer.status === 200 ? (await answer.json() as { writers: Writer[] }).writers : [] }
}
const shown = async (person: { id: string }, resourceId: string) =>
  (await (await world()).as(person).run(showDraft, { resourceId })).writers.map(({ name, contentId }) => [name, contentId])

test('those who write a draft see who else has it open and where, for less than a minute after they have gone', async () => {
  const { db } = await world()
  const nadia = await aPerson({ firstName: 'Nadia', lastName: 'Cherkati' })
  const joaquim = await aPerson({ firstName: 'Joaquim', lastName: 'Valadier', isPublic: false })
  const { resourceId, contentId } = await aResource({ author: nadia })
  await contributes(joaquim, resourceId, nadia)
  const [hers, his, again] = [v7(), v7(), v7()]
  expect(await say(nadia, resourceId, { tab: hers, contentId })).toEqual({ status: 200, writers: [] })
  expect((await say(joaquim, resourceId, { tab: his })).writers).toMatchObject([{ name: 'Nadia Cherkati', contentId }])
  expect((await say(nadia, resourceId, { tab: hers })).writers).toMatchObject([{ name: 'Joaquim Valadier', contentId: null }])
  // Two tabs of one person are one person, where they write.
  await say(joaquim, resourceId, { tab: again, contentId })
  expect(await shown(nadia, resourceId)).toEqual([['Joaquim Valadier', contentId]])
  await say(joaquim, resourceId, { tab: again, closes: true })
  expect(await shown(nadia, resourceId)).toEqual([['Joaquim Valadier', null]])
  await db.updateTable('bases.writing').set({ at: new Date(Date.now() - 60_000).toISOString() }).where('person_id', '=', joaquim.id)
    .execute()
  expect(await shown(nadia, resourceId)).toEqual([])
  await db.updateTable('bases.writing').set({ at: new Date(Date.now() - 7_200_000).toISOString() }).execute()
  await execute((await world()).pools.worker, forgetViews, {})
  expect(await db.selectFrom('bases.writing').select('tab').execute()).toEqual([])
})

test('who does not write the resource says nothing there, and is not told', async () => {
  const { baseId, administrator } = await aBase()
  const { resourceId } = await aResource({ author: administrator, baseId, published: true })
  const draft = await aResource()
  const [member, reader] = [await aPerson(), await aPerson()]
  await joins(member, baseId, administrator)
  const said = { tab: v7() }
  expect((await say(member, resourceId, said)).status).toBe(200)
  expect((await say(reader, resourceId, said)).status).toBe(403)
  expect((await say(undefined, resourceId, said)).status).toBe(401)
  expect((await say(reader, draft.resourceId, said)).status).toBe(404)
})

test('what one writes is signalled to the pages of the others at once, and to nobody who is not there', async () => {
  const { as, db } = await world()
  const [author, other, away] = [await aPerson(), await aPerson(), await aPerson()]
  const { resourceId, contentId, contentVersion } = await aResource({ author })
  for (const one of [other, away]) await contributes(one, resourceId, author)
  for (const one of [author, other]) await say(one, resourceId, { tab: v7() })
  await as(author).run(editContent, { resourceId, contentId, version: contentVersion, type: 'text', text: 'Après' })
  const told = await db.selectFrom('live.entry').select(['person_id', 'subject_id']).where('topic', '=', 'bases.draft-written').execute()
  expect(told).toEqual([{ person_id: other.id, subject_id: resourceId }])
})
