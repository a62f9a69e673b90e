import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { cut } from '#modules/files/api.ts'
import { aFile, aPicture, contextOf, temporaryStorage } from '#modules/files/fixtures.ts'
import { aBase, aPerson, aResource, joins, world } from '../fixtures.ts'
import { authoring } from '../web/authoring-routes.ts'
import { urls } from '../web/routes.ts'
import { cropBasePicture } from './crop-base-picture.ts'
import { cropResourceImage } from './crop-resource-image.ts'
import { deleteBase } from './delete-base.ts'
import { publishResource } from './publish-resource.ts'
import { restoreBase } from './restore-base.ts'
import { restoreDraft } from './restore-draft.ts'
import { setResourceImage } from './set-resource-image.ts'
import { showBase } from './show-base.ts'
import { showBasePicture } from './show-base-picture.ts'
import { showDraft } from './show-draft.ts'
import { showResource } from './show-resource.ts'
import { updateBase } from './update-base.ts'

temporaryStorage()
const root = resolve(import.meta.dirname, '../../..')
const shown = ['CropResourceImage', 'CropBasePicture', 'EditBase', 'ResourceSettings']
const pages = authoring.filter(({ id }) => shown.some((name) => id === `bases/${name}`))
const visit = pagesOf(world, pages, (file) => import(join(root, file)))

const picture = async (person: { id: string }) =>
  aFile(await world(), { uploadedBy: person, name: 'vue.png', bytes: await aPicture(400, 300).png().toBuffer() })
const partOf = async (person: { id: string }, fileId: string, width: number, height: number) =>
  cut(await contextOf(await world(), person), fileId, { x: 0, y: 0, width, height })
const principalsOf = async (fileId: string) => {
  const rows = await (await world()).db.selectFrom('files.reference').select(['holder', 'principals']).where('file_id', '=', fileId).execute()
  return Object.fromEntries(rows.map(({ holder, principals }) => [holder, principals]))
}

const anIllustratedResource = async (published = false) => {
  const { as } = await world()
  const { resourceId, author, slug } = await aResource({ published })
  const fileId = await picture(author)
  const { version } = await as(author).run(setResourceImage, { resourceId, version: 0, fileId, alt: 'La vue' })
  const image = async () => (await as(author).run(showDraft, { resourceId })).image
  return { resourceId, author, slug, fileId, version, image }
}

const anIllustratedBase = async (isPublic = true) => {
  const { as } = await world()
  const { baseId, slug, administrator, ...rest } = await aBase({ isPublic })
  const [logoFileId, coverFileId] = [await picture(administrator), await picture(administrator)]
  const { title } = await as(administrator).run(showBase, { slug }) as { title: string }
  const written = { baseId, title, isPublic, logoFileId, coverFileId }
  const { version } = await as(administrator).run(updateBase, written, { version: 1 })
  return { ...rest, ...written, slug, administrator, version, written }
}

test('the picture of a resource shows a part in 16:9, an event that readers see once it is published; the whole comes back', async () => {
  const { as, db } = await world()
  const { resourceId, author, slug, fileId, version, image } = await anIllustratedResource(true)
  const { run } = as(author)
  const part = await partOf(author, fileId, 320, 180)
  const first = await run(cropResourceImage, { resourceId, version, fileId: part, x: 0, y: 0, width: 320 })
  expect(await image()).toMatchObject({ fileId: part, alt: 'La vue', crop: { x: 0, y: 0, width: 320, height: 180, file: { id: fileId } } })
  const { type, data } = await db.selectFrom('bases.resource_event').select(['type', 'data']).where('resource_id', '=', resourceId)
    .orderBy('sequence', 'desc').limit(1).executeTakeFirstOrThrow()
  expect([type, data]).toMatchObject(['image_edited', { fileId: part, crop: { fileId } }])
  expect(await as().run(showResource, { slug })).toMatchObject({ image: null })
  await run(publishResource, { resourceId })
  expect(await as().run(showResource, { slug })).toMatchObject({ image: { id: part, width: 320, height: 180 } })
  expect(Object.values(await principalsOf(fileId)).flat()).not.toContain('public')

  const described = await run(setResourceImage, { resourceId, version: first.version, fileId: part, alt: 'Autrement dit' })
  expect(await image()).toMatchObject({ alt: 'Autrement dit', crop: { file: { id: fileId } } })
  const { version: last } = await run(cropResourceImage, { resourceId, version: described.version })
  expect(await image()).toMatchObject({ fileId, alt: 'Autrement dit', crop: null })
  expect(await run(cropResourceImage, { resourceId, version: last })).toEqual({ version: last })
  const { sequence: latest } = await run(showDraft, { resourceId })
  await run(restoreDraft, { resourceId, sequence: first.version, latest })
  expect(await image()).toMatchObject({ fileId: part, alt: 'La vue', crop: { width: 320, file: { id: fileId } } })
})

test('the picture of a resource: what is stale, is no image, or is not there is refused', async () => {
  const { as } = await world()
  const { resourceId, author, fileId, version } = await anIllustratedResource()
  const { run } = as(author)
  const asked = { resourceId, version, x: 0, y: 0, width: 160 }
  await expect(run(cropResourceImage, { ...asked, version: version - 1 })).rejects.toMatchObject({ code: 'bases.part-stale' })
  await expect(run(cropResourceImage, { ...asked, fileId: await aFile(await world(), { uploadedBy: author }) }))
    .rejects.toMatchObject({ code: 'bases.not-an-image' })
  await expect(run(cropResourceImage, { ...asked, fileId: v7() })).rejects.toMatchObject({ code: 'bases.no-file' })
  await expect(run(cropResourceImage, { ...asked, fileId: await picture(await aPerson()) })).rejects
    .toMatchObject({ code: 'files.unknown' })
  await expect(run(cropResourceImage, { ...asked, fileId, width: 15 })).rejects
    .toMatchObject({ issues: [{ field: 'width', code: 'too_small' }] })
  const { version: gone } = await run(setResourceImage, { resourceId, version, fileId: null })
  await expect(run(cropResourceImage, { ...asked, version: gone })).rejects.toMatchObject({ code: 'bases.no-picture' })
  expect((await visit(urls.cropResourceImage(resourceId), { as: author })).status).toBe(404)
})

test('the logo is square and the cover wide; a picture that stays keeps its part, another one has none', async () => {
  const { as } = await world()
  const { baseId, slug, administrator, logoFileId, coverFileId, version, written } = await anIllustratedBase()
  const { run } = as(administrator)
  const [square, wide] = [await partOf(administrator, logoFileId, 200, 200), await partOf(administrator, coverFileId, 400, 100)]
  const first = await run(cropBasePicture, { baseId, part: 'logo', fileId: square, x: 0, y: 0, width: 200 }, { version })
  expect(first).toEqual({ slug, part: 'logo', version: version + 1 })
  await expect(run(cropBasePicture, { baseId, part: 'logo' }, { version })).rejects.toMatchObject({ code: 'stale' })
  await run(cropBasePicture, { baseId, part: 'cover', fileId: wide, x: 0, y: 10, width: 400 }, { version: version + 1 })
  expect(await as().run(showBase, { slug })).toMatchObject({ logoFileId: square, coverFileId: wide })
  const shownPart = (part: 'logo' | 'cover') => run(showBasePicture, { slug, part })
  expect(await shownPart('logo')).toMatchObject({ whole: { id: logoFileId, width: 400 }, crop: { x: 0, y: 0, width: 200, height: 200 } })
  expect(await shownPart('cover')).toMatchObject({ whole: { id: coverFileId }, crop: { y: 10, width: 400, height: 100 } })
  expect(await principalsOf(logoFileId)).toEqual({ [`bases.base:${baseId}:logo-whole`]: [`base:${baseId}`] })
  expect(await principalsOf(square)).toEqual({ [`bases.base:${baseId}:logo`]: ['public'] })

  const other = await picture(administrator)
  await run(updateBase, { ...written, logoFileId: square, coverFileId: other }, { version: version + 2 })
  expect(await shownPart('logo')).toMatchObject({ crop: { width: 200 } })
  expect(await shownPart('cover')).toMatchObject({ whole: { id: other }, crop: null })
  expect(await principalsOf(coverFileId)).toEqual({})
  await run(deleteBase, { baseId, title: written.title })
  expect([await principalsOf(logoFileId), await principalsOf(square)]).toEqual([{}, {}])
  await run(restoreBase, { baseId })
  expect(await principalsOf(logoFileId)).toEqual({ [`bases.base:${baseId}:logo-whole`]: [`base:${baseId}`] })
  const now = await shownPart('logo')
  await run(cropBasePicture, { baseId, part: 'logo' }, { version: now.version })
  expect(await shownPart('logo')).toMatchObject({ whole: { id: logoFileId }, crop: null })
  expect(await principalsOf(logoFileId)).toEqual({ [`bases.base:${baseId}:logo`]: ['public'] })
})

test('pictures are cropped by those who edit what they illustrate; the others are refused, or do not find it', async () => {
  const { as } = await world()
  const [open, hidden] = [await anIllustratedBase(), await anIllustratedBase(false)]
  const [stranger, contributor] = [await aPerson(), await aPerson()]
  await joins(contributor, open.baseId, open.administrator)
  const crop = ({ baseId, version }: typeof open, person?: { id: string }) =>
    as(person).run(cropBasePicture, { baseId, part: 'logo' }, { version })
  const look = ({ slug }: typeof open, person?: { id: string }) => as(person).run(showBasePicture, { slug, part: 'logo' })
  for (const one of [stranger, contributor]) {
    await expect(crop(open, one)).rejects.toMatchObject({ status: 403 })
    await expect(look(open, one)).rejects.toMatchObject({ status: 403 })
    await expect(crop(hidden, one)).rejects.toMatchObject({ status: 404 })
    await expect(look(hidden, one)).rejects.toMatchObject({ status: 404 })
  }
  await expect(crop(open)).rejects.toMatchObject({ status: 401 })
  await expect(as(open.administrator).run(cropBasePicture, { baseId: open.baseId, part: 'logo', fileId: await aFile(await world(),
    { uploadedBy: open.administrator }) }, { version: open.version })).rejects.toMatchObject({ code: 'bases.not-an-image' })
  const [draft, published] = [await anIllustratedResource(), await anIllustratedResource(true)]
  const cropImage = ({ resourceId, version }: typeof draft, person?: { id: string }) =>
    as(person).run(cropResourceImage, { resourceId, version })
  await expect(cropImage(draft, stranger)).rejects.toMatchObject({ status: 404 })
  await expect(cropImage(published, stranger)).rejects.toMatchObject({ status: 403 })
  await expect(cropImage(published)).rejects.toMatchObject({ status: 401 })
})

test('the pages crop by their fields alone, say beside them what is wrong, and lead back where one was', async () => {
  const { resourceId, author, image } = await anIllustratedResource()
  const address = urls.cropResourceImage(resourceId)
  expect((await visit(urls.draftSettings(resourceId), { as: author })).html).toContain(`href="${address}"`)
  const form = formIn((await visit(address, { as: author })).html, 'cropResourceImage')
  const wrong = await visit(address, { as: author, form: { ...form, x: '0', y: '200', width: '320' } })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Le nombre doit être 120 au plus.')
  expect(wrong.html).toContain('value="200"')
  const words = await visit(address, { as: author, form: { ...form, x: '0', y: '0', width: 'large' } })
  expect(words.status).toBe(422)
  expect(words.html).toContain('value="large"')
  const done = await visit(address, { as: author, form: { ...form, x: '8', y: '4', width: '320' } })
  expect([done.status, done.location]).toEqual([303, urls.draftSettings(resourceId, 'image')])
  expect(await image()).toMatchObject({ file: { width: 320, height: 180 }, crop: { x: 8, y: 4, width: 320, height: 180 } })
  const late = await visit(address, { as: author, form: { ...form, _key: v7(), x: '8', y: '4', width: '160' } })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Quelqu’un d’autre a fait un changement entre-temps.')

  const { slug, administrator } = await anIllustratedBase()
  expect((await visit(urls.editBase(slug), { as: administrator })).html).toContain(`href="${urls.cropBasePicture(slug, 'cover')}"`)
  const place = urls.cropBasePicture(slug, 'logo')
  const logo = formIn((await visit(place, { as: administrator })).html, 'cropBasePicture')
  const outside = await visit(place, { as: administrator, form: { ...logo, x: '150', y: '0', width: '290' } })
  expect([outside.status, outside.html.includes('Le nombre doit être 250 au plus.')]).toEqual([422, true])
  const cropped = await visit(place, { as: administrator, form: { ...logo, x: '0', y: '0', width: '300' } })
  expect([cropped.status, cropped.location]).toEqual([303, urls.editBase(slug, 'logo')])
  expect((await visit(place, { as: administrator })).html).toContain('Reprendre l’image entière')
  expect((await visit(place)).location).toContain('/connexion')
  expect((await visit(place, { as: await aPerson() })).status).toBe(403)
  expect((await visit(place.replace('logo', 'autre'), { as: administrator })).status).toBe(404)
})
