import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, anAdministrator, aText, aVersion, day, nothingPublished, world } from '../fixtures.ts'
import { pages as staffPages, urls as staff } from './back-office/routes.ts'
import { pages, urls } from './routes.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../..', file))
const visit = pagesOf(world, pages, load)
const visitStaff = pagesOf(world, staffPages, load, true)
beforeEach(nothingPublished)

test('an administrator writes terms, sees them as people will, publishes them; anybody reads them, and older ones', async () => {
  const camille = await anAdministrator()
  expect((await visit(urls.terms())).status).toBe(404)
  expect((await visitStaff(staff.versions(), { as: camille })).html).toContain('Aucune version n’est publiée')
  const form = { ...formIn((await visitStaff(staff.draft(), { as: camille })).html, 'saveDraft'), ...aText }
  const refused = await visitStaff(staff.draft(), { as: camille, form: { ...form, appliesFrom: day(-2) } })
  expect(refused.status).toBe(409)
  for (const words of ['Cette date est passée', 'À **partager**']) expect(refused.html).toContain(words)
  expect(await visitStaff(staff.draft(), { as: camille, form })).toMatchObject({ status: 303, location: staff.preview() })
  const preview = (await visitStaff(staff.preview(), { as: camille })).html
  expect(preview).toContain('<strong>partager</strong>')
  expect((await visit(urls.terms())).status).toBe(404)
  const published = await visitStaff(staff.preview(), { as: camille, form: formIn(preview, 'publishTerms') })
  expect(published).toMatchObject({ status: 303, location: staff.versions() })
  expect((await visitStaff(staff.versions(), { as: camille })).html).toContain('Version 1')
  await aVersion({ body: 'Une autre version' })
  const { html } = await visit(urls.terms())
  expect(html).toContain('Une autre version')
  expect(html).toContain(aText.changes)
  expect((await visit(urls.terms(1))).html).toContain('Cette version ne s’applique plus.')
  for (const one of [undefined, await aPerson()]) {
    expect((await visitStaff(staff.versions(), { as: one })).status).toBe(one ? 403 : 303)
  }
})

test('a draft that is given up is gone, and an address without a draft says what to do', async () => {
  const camille = await anAdministrator()
  const form = { ...formIn((await visitStaff(staff.draft(), { as: camille })).html, 'saveDraft'), ...aText }
  await visitStaff(staff.draft(), { as: camille, form })
  const { html } = await visitStaff(staff.preview(), { as: camille })
  expect((await visitStaff(staff.preview(), { as: camille, form: formIn(html, 'discardDraft') })).status).toBe(303)
  expect((await visitStaff(staff.preview(), { as: camille })).html).toContain('Aucun brouillon')
})
