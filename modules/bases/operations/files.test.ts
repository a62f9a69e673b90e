import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { aFile, aPdf, aPicture, temporaryStorage } from '#modules/files/fixtures.ts'
import { aBase, aPerson, aResource, contributes, world } from '../fixtures.ts'
import { addContent } from './add-content.ts'
import { createBase } from './create-base.ts'
import { deleteResource } from './delete-resource.ts'
import { editContent } from './edit-content.ts'
import { moveResource } from './move-resource.ts'
import { publishResource } from './publish-resource.ts'
import { removeContent } from './remove-content.ts'
import { setResourceImage } from './set-resource-image.ts'
import { setResourceVisibility } from './set-resource-visibility.ts'
import { showDraft } from './show-draft.ts'
import { showResource } from './show-resource.ts'
import { updateBase } from './update-base.ts'

temporaryStorage()

const picture = async (uploadedBy: { id: string }) =>
  aFile(await world(), { uploadedBy, name: 'dessin.png', bytes: await aPicture(64, 48).png().toBuffer() })

/** Who may read a file, by what shows it. */
const holders = async (fileId: string) => {
  const { db } = await world()
  const rows = await db.selectFrom('files.reference').select(['holder', 'principals']).where('file_id', '=', fileId).orderBy('holder')
    .execute()
  return Object.fromEntries(rows.map(({ holder, principals }) => [holder, principals]))
}

test('a file is its editors’ while it is drafted, and its readers’ once published; each holds it as long as it needs', async () => {
  const { as } = await world()
  const [contributor, stranger] = [await aPerson(), await aPerson()]
  const { resourceId, author } = await aResource()
  const { run } = as(author)
  await contributes(contributor, resourceId, author)
  const [image, pdf] = [await picture(author), await aFile(await world(), { uploadedBy: contributor, bytes: aPdf(20) })]
  const shown = await run(addContent, { resourceId, type: 'image', fileId: image, alt: 'Un dessin', caption: 'Légende' })
  const file = await as(contributor).run(addContent, { resourceId, type: 'file', fileId: pdf, title: 'À imprimer' })
  await run(setResourceImage, { resourceId, version: 0, fileId: image, alt: '' })
  const editors = [`person:${author.id}`, `person:${contributor.id}`]
  const draft = `bases.draft:${resourceId}:${shown.contentId}`
  // The history holds what it names, so that each of its states can come back.
  const history = (fileId: string) => ({ [`bases.history:${resourceId}:${fileId}`]: editors })
  expect(await holders(image)).toEqual({ [draft]: editors, [`bases.draft:${resourceId}:image`]: editors, ...history(image) })

  const { slug } = await run(publishResource, { resourceId })
  const published = { [`bases.content:${shown.contentId}`]: ['public'], [`bases.resource:${resourceId}`]: ['public'] }
  expect(await holders(image)).toMatchObject(published)
  expect(await as(stranger).run(showResource, { slug })).toMatchObject({
    image: { id: image, mime: expect.stringMatching(/^image/), width: 64 },
    contents: [{}, { type: 'image', alt: 'Un dessin', file: { id: image } },
      { type: 'file', title: 'À imprimer', file: { id: pdf, name: 'plan.pdf' } }],
  })
  await run(removeContent, { resourceId, contentId: shown.contentId, version: shown.version })
  expect(await holders(image)).toMatchObject(published)
  await run(setResourceVisibility, { resourceId, isPublic: false })
  expect((await holders(image))[`bases.content:${shown.contentId}`]).toEqual(editors)
  await run(setResourceVisibility, { resourceId, isPublic: true })
  await run(publishResource, { resourceId })
  expect(await holders(image)).toEqual({ [`bases.draft:${resourceId}:image`]: editors, [`bases.resource:${resourceId}`]: ['public'], ...history(image) })
  const other = await picture(author)
  await as(author).run(editContent, { resourceId, contentId: file.contentId, version: file.version, type: 'file', fileId: other })
  expect(Object.keys(await holders(pdf))).toEqual([`bases.content:${file.contentId}`, ...Object.keys(history(pdf))])
  await run(deleteResource, { resourceId })
  expect(await holders(pdf)).toEqual({ [`bases.content:${file.contentId}`]: editors, ...history(pdf) })
})

test('files follow the base of their resource, and its closing', async () => {
  const { as } = await world()
  const author = await aPerson()
  const { resourceId } = await aResource({ author })
  const image = await picture(author)
  await as(author).run(setResourceImage, { resourceId, version: 0, fileId: image })
  await as(author).run(publishResource, { resourceId })
  const { baseId, administrator } = await aBase({ contributors: [author], isPublic: false })
  await as(author).run(moveResource, { resourceId, baseId })
  const editors = [`person:${author.id}`, `base:${baseId}`]
  expect(await holders(image)).toEqual({
    [`bases.draft:${resourceId}:image`]: editors, [`bases.resource:${resourceId}`]: editors, [`bases.history:${resourceId}:${image}`]: editors,
  })
  await as(administrator).run(updateBase, { baseId, title: 'Ouverte', isPublic: true }, { version: 1 })
  expect((await holders(image))[`bases.resource:${resourceId}`]).toEqual(['public'])
})

test('an image is an image, a file is one’s own or seen, and a base has its pictures', async () => {
  const { as } = await world()
  const [author, other] = [await aPerson(), await aPerson()]
  const { resourceId } = await aResource({ author })
  const { run } = as(author)
  const pdf = await aFile(await world(), { uploadedBy: author })
  const theirs = await picture(other)
  await expect(run(addContent, { resourceId, type: 'image', fileId: pdf, alt: 'Un plan' })).rejects.toMatchObject({ code: 'bases.not-an-image' })
  await expect(run(setResourceImage, { resourceId, version: 0, fileId: pdf })).rejects.toMatchObject({ code: 'bases.not-an-image' })
  await expect(run(addContent, { resourceId, type: 'image', fileId: v7(), alt: 'Un plan' })).rejects.toMatchObject({ code: 'bases.no-file' })
  await expect(run(addContent, { resourceId, type: 'image', fileId: theirs, alt: 'Un plan' })).rejects.toMatchObject({ code: 'files.unknown' })
  expect((await run(showDraft, { resourceId })).contents).toHaveLength(1)
  const logo = await picture(author)
  const { baseId } = await run(createBase, { title: 'Illustrée', logoFileId: logo })
  expect(await holders(logo)).toEqual({ [`bases.base:${baseId}:logo`]: ['public'] })
  await run(updateBase, { baseId, title: 'Illustrée', isPublic: false, logoFileId: logo }, { version: 1 })
  expect(await holders(logo)).toEqual({ [`bases.base:${baseId}:logo`]: [`base:${baseId}`] })
  await run(updateBase, { baseId, title: 'Illustrée', logoFileId: null }, { version: 2 })
  expect(await holders(logo)).toEqual({})
})

test('the picture of a resource is put by those who write it: its readers may not, others do not find it', async () => {
  const { as } = await world()
  const author = await aPerson()
  const [hidden, open] = [await aResource({ author }), await aResource({ author, published: true })]
  const reader = await aPerson()
  const put = (resourceId: string, person?: { id: string }) => as(person).run(setResourceImage, { resourceId, version: 0, fileId: null })
  await expect(put(open.resourceId, reader)).rejects.toMatchObject({ status: 403 })
  await expect(put(open.resourceId)).rejects.toMatchObject({ status: 401 })
  for (const one of [reader, undefined]) await expect(put(hidden.resourceId, one)).rejects.toMatchObject({ status: 404 })
})
