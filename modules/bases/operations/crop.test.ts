import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { cut } from '#modules/files/api.ts'
import { aFile, aPicture, contextOf, temporaryStorage } from '#modules/files/fixtures.ts'
import { aPerson, aResource, world } from '../fixtures.ts'
import { authoring } from '../web/authoring-routes.ts'
import { urls } from '../web/routes.ts'
import { addContent } from './add-content.ts'
import { cropImage } from './crop-image.ts'
import { editContent } from './edit-content.ts'
import { publishResource } from './publish-resource.ts'
import { showDraft } from './show-draft.ts'

temporaryStorage()
const root = resolve(import.meta.dirname, '../../..')
const visit = pagesOf(world, authoring.filter(({ id }) => id.endsWith('CropImage') || id.endsWith('EditResource')), (file) => import(join(root, file)))

const anImage = async (published = false) => {
  const { as } = await world()
  const { resourceId, author } = await aResource({ published })
  const fileId = await aFile(await world(), { uploadedBy: author, name: 'vue.png', bytes: await aPicture(400, 300).png().toBuffer() })
  const { contentId, version } = await as(author).run(addContent, { resourceId, type: 'image', fileId, alt: 'La vue', caption: 'Au nord' })
  const shown = async () => (await as(author).run(showDraft, { resourceId })).contents.at(-1)!
  return { resourceId, author, contentId, version, fileId, shown }
}

test('an image is described, or said to decorate: nothing is guessed', async () => {
  const { as } = await world()
  const { resourceId, author, contentId, version, fileId, shown } = await anImage()
  const { run } = as(author)
  await expect(run(addContent, { resourceId, type: 'image', fileId })).rejects.toMatchObject({ issues: [{ field: 'alt', code: 'required' }] })
  await expect(run(addContent, { resourceId, type: 'image', fileId, imageRole: 'informative', alt: ' ' })).rejects.toMatchObject({ code: 'input' })
  await run(editContent, { resourceId, contentId, version, type: 'image', fileId, imageRole: 'decorative', alt: 'oublié' })
  expect(await shown()).toMatchObject({ alt: null })
})

test('a part of an image is shown, the whole is kept and comes back; the words stay', async () => {
  const { as } = await world()
  const { resourceId, author, contentId, version, fileId, shown } = await anImage()
  const { run } = as(author)
  const frame = { x: 10, y: 20, width: 200, height: 100 }
  const part = await cut(await contextOf(await world(), author), fileId, frame)
  const first = await run(cropImage, { resourceId, contentId, version, fileId: part, ...frame })
  expect(await shown()).toMatchObject({ file: { id: part, width: 200, height: 100 }, alt: 'La vue', caption: 'Au nord', crop: { ...frame, file: { id: fileId, width: 400 } } })
  await expect(run(cropImage, { resourceId, contentId, version })).rejects.toMatchObject({ code: 'bases.content-stale' })
  const written = await run(editContent, { resourceId, contentId, version: first.version, type: 'image', fileId: part, alt: 'Autrement dit' })
  expect(await shown()).toMatchObject({ alt: 'Autrement dit', crop: { file: { id: fileId } } })
  await run(publishResource, { resourceId })
  await run(cropImage, { resourceId, contentId, version: written.version })
  expect(await shown()).toMatchObject({ file: { id: fileId }, crop: null })
})

test('the page cuts by its fields alone, and says beside them what is not right', async () => {
  const { resourceId, author, contentId, shown } = await anImage()
  const address = urls.cropImage(resourceId, contentId)
  const { html } = await visit(address, { as: author })
  const form = formIn(html, 'cropImage')
  const wrong = await visit(address, { as: author, form: { ...form, x: '390', y: '0', width: '100', height: '50' } })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="390"')
  expect(wrong.html).toContain('Le nombre doit être 384 au plus.')
  const done = await visit(address, { as: author, form: { ...form, x: '40', y: '0', width: '100', height: '50' } })
  expect([done.status, done.location]).toEqual([303, urls.draft(resourceId, contentId)])
  expect(await shown()).toMatchObject({ file: { width: 100, height: 50 }, crop: { x: 40, y: 0, width: 100, height: 50 } })
  expect((await visit(urls.cropImage(resourceId, resourceId), { as: author })).status).toBe(404)
})

test('only editors crop', async () => {
  const { as } = await world()
  const stranger = await aPerson()
  const [draft, open] = [await anImage(), await anImage(true)]
  const asked = ({ resourceId, contentId, version }: typeof draft) => ({ resourceId, contentId, version })
  await expect(as(stranger).run(cropImage, asked(draft))).rejects.toMatchObject({ status: 404 })
  await expect(as(stranger).run(cropImage, asked(open))).rejects.toMatchObject({ status: 403 })
  await expect(as().run(cropImage, asked(open))).rejects.toMatchObject({ status: 401 })
})
