import { expect, test } from 'vitest'
import { aFile, collectOrphans, temporaryStorage } from '#modules/files/fixtures.ts'
import { execute } from '#kernel/fact/execution.ts'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { addContent } from './add-content.ts'
import { compareDraft } from './compare-draft.ts'
import { editContent } from './edit-content.ts'
import { editResourceTitle } from './edit-resource-title.ts'
import { listHistory } from './list-history.ts'
import { publishResource } from './publish-resource.ts'
import { removeContent } from './remove-content.ts'
import { restoreContent } from './restore-content.ts'
import { restoreDraft } from './restore-draft.ts'
import { showDraft } from './show-draft.ts'

temporaryStorage()

test('the history tells who and when, by person and hour, with what each group is about', async () => {
  const { as } = await world()
  const [author, other] = [await aPerson(), await aPerson({ firstName: 'Bilal', lastName: 'Aziz' })]
  const { baseId } = await aBase({ contributors: [author, other] })
  const { resourceId, contentId, contentVersion: version } = await aResource({ author, baseId })
  await as(other).run(editContent, { resourceId, contentId, version, type: 'text', title: 'Le fil', text: 'Autre' })
  const { groups, latest, earlier } = await as(author).run(listHistory, { resourceId })
  expect(groups.map(({ byName, changes }) => [byName, changes.map(({ type }) => type)])).toEqual([
    ['Bilal Aziz', ['content_edited']], ['Ada Martin', ['indexation_changed', 'content_added', 'created']],
  ])
  expect(groups[0]!.contents).toMatchObject([{ id: contentId, type: 'text', title: 'Le fil' }])
  expect([latest, earlier]).toEqual([4, null])
  expect((await as(author).run(listHistory, { resourceId, before: 3 })).groups[0]!.changes).toEqual([{ type: 'content_added', times: 1 }, { type: 'created', times: 1 }])
})

test('what is saved as it already is leaves no event', async () => {
  const { as } = await world()
  const { resourceId, author, contentId, contentVersion: version, title } = await aResource({ text: 'Pareil' })
  expect(await as(author).run(editContent, { resourceId, contentId, version, type: 'text', text: 'Pareil' })).toEqual({ version })
  expect(await as(author).run(editResourceTitle, { resourceId, version: 1, title, description: 'Une ressource d’essai' })).toEqual({ version: 1 })
  expect((await as(author).run(listHistory, { resourceId })).latest).toBe(3)
})

test('a state of before is compared with now, then comes back whole; what is published does not move', async () => {
  const { as } = await world()
  const { resourceId, author, contentId, contentVersion: version, title } = await aResource({ text: 'Le premier texte', published: true })
  const { run } = as(author)
  const { latest: then } = await run(listHistory, { resourceId })
  await run(editContent, { resourceId, contentId, version, type: 'text', text: 'Le second texte' })
  await run(addContent, { resourceId, type: 'section_title', title: 'Partie' })
  await run(editResourceTitle, { resourceId, version: 1, title: 'Autre titre', description: '' })
  const compared = await run(compareDraft, { resourceId, sequence: then })
  expect(compared).toMatchObject({
    title: { before: title, after: 'Autre titre', same: false }, licence: { same: true }, latest: then + 3,
    compared: [{ change: 'changed', before: { source: 'Le premier texte' }, after: { source: 'Le second texte' } }, { change: 'added', before: null }],
  })
  await expect(run(restoreDraft, { resourceId, sequence: then, latest: then })).rejects.toMatchObject({ code: 'bases.draft-moved' })
  await run(restoreDraft, { resourceId, sequence: then, latest: compared.latest })
  const draft = await run(showDraft, { resourceId })
  expect(draft).toMatchObject({ heading: { title }, contents: [{ source: 'Le premier texte' }], changed: true })
  expect((await run(listHistory, { resourceId })).latest).toBe(then + 4)
  await expect(run(restoreDraft, { resourceId, sequence: then, latest: then + 4 })).rejects.toMatchObject({ code: 'bases.nothing-to-restore' })
  await expect(run(restoreDraft, { resourceId, sequence: 99, latest: then + 4 })).rejects.toMatchObject({ code: 'bases.no-such-state' })
  await run(publishResource, { resourceId })
})

test('one content that somebody has removed comes back alone, with its file, which nothing else showed', async () => {
  const { as, db, pools } = await world()
  const { resourceId, author } = await aResource()
  const { run } = as(author)
  const fileId = await aFile(await world(), { uploadedBy: author })
  const { contentId, version } = await run(addContent, { resourceId, type: 'file', fileId, title: 'Le plan', position: 0 })
  const { latest } = await run(listHistory, { resourceId })
  await run(removeContent, { resourceId, contentId, version })
  await db.updateTable('files.file').set({ unreferenced_since: '2020-01-01T00:00:00Z' }).where('id', '=', fileId).execute()
  await execute(pools.worker, collectOrphans, {})
  const other = await as(author).run(restoreContent, { resourceId, sequence: latest, contentId, version: 0 })
  expect((await run(showDraft, { resourceId })).contents[0]).toMatchObject({ id: contentId, version: other.version, file: { id: fileId } })
  await expect(run(restoreContent, { resourceId, sequence: latest, contentId, version: 0 })).rejects.toMatchObject({ code: 'bases.content-stale' })
  await expect(run(restoreContent, { resourceId, sequence: latest, contentId, version: other.version }))
    .rejects.toMatchObject({ code: 'bases.nothing-to-restore' })
})

test('a history is its editors’ own: the others may not, or do not see', async () => {
  const { as } = await world()
  const stranger = await aPerson()
  const [draft, shown] = [await aResource(), await aResource({ published: true })]
  const asked = ({ resourceId, contentId }: typeof draft) => [
    [listHistory, { resourceId }], [compareDraft, { resourceId, sequence: 1 }], [restoreDraft, { resourceId, sequence: 1, latest: 3 }],
    [restoreContent, { resourceId, sequence: 2, contentId, version: 0 }],
  ] as const
  for (const [operation, input] of asked(draft)) await expect(as(stranger).run(operation, input), operation.name).rejects.toMatchObject({ status: 404 })
  for (const [operation, input] of asked(shown)) await expect(as(stranger).run(operation, input), operation.name).rejects.toMatchObject({ status: 403 })
  for (const [operation, input] of asked(shown)) await expect(as().run(operation, input), operation.name).rejects.toMatchObject({ status: 401 })
})
