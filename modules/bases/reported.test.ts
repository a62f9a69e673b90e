import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { moderation } from '#modules/moderation/module.ts'
import { aPerson, aResource, world } from './fixtures.ts'
import { showResource } from './operations/show-resource.ts'

const { reportContent } = moderation.operations as Record<string, Operation>
const { listReported, decideOnReported } = moderation.backOffice.operations as Record<string, Operation>

test('a resource that moderators hide is its author\'s alone, at once; a draft is not reported', async () => {
  const { as, work, db } = await world()
  const { resourceId, slug, author } = await aResource({ published: true, title: 'Gagnez au loto' })
  const draft = await aResource()
  const [reader, staff] = [await aPerson(), { id: v7(), grants: [{ scope: 'platform', id: '', role: 'moderator' }], timeZone: 'Europe/Paris' }]
  await db.insertInto('identity.person').values({ id: staff.id, created_at: new Date() }).execute()
  const report = { kind: 'bases.resource', reason: 'spam', words: '' }
  await expect(as(reader).run(reportContent!, { ...report, targetId: draft.resourceId })).rejects.toMatchObject({ status: 404 })
  await as(reader).run(reportContent!, { ...report, targetId: resourceId })
  const { subjects: [subject] } = await as(staff).run(listReported!, {}) as { subjects: { id: string, title: string, label: string }[] }
  expect(subject).toMatchObject({ title: 'Gagnez au loto', label: 'ressource' })
  await as(staff).run(decideOnReported!, { subjectId: subject!.id, decision: 'hide', reason: 'Publicité' }, { version: 1 })
  expect(await as(reader).run(showResource, { slug })).toMatchObject({ title: 'Gagnez au loto' })
  // Nobody to write to: this world has no mail server.
  await db.deleteFrom('identity.address').where('person_id', '=', author.id).execute()
  await work()
  await expect(as(reader).run(showResource, { slug })).rejects.toMatchObject({ status: 404 })
  expect(await as(author).run(showResource, { slug })).toMatchObject({ isPublic: false })
})
