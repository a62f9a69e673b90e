import { join } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { anAdministrator, world } from '../../fixtures.ts'
import { announcement } from '../../platform.ts'
import { pages, urls } from './routes.ts'

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../../../..', file)), true)
const here = urls.setting(announcement.key)

test('an administrator changes a setting on its page, sees it in the list and in the history, and takes it back', async () => {
  const as = anAdministrator()
  expect((await visit(urls.settings(), { as })).html).toContain(`href="${here}"`)
  const form = formIn((await visit(here, { as })).html, 'changeSetting')
  expect(form).toMatchObject({ _version: '0' })
  const typed = { ...form, text: 'Travaux ce soir', level: 'alert', from: '', to: '2030-01-01', reason: 'Maintenance' }
  expect(await visit(here, { as, form: typed })).toMatchObject({ status: 303, location: here })
  const { html } = await visit(here, { as })
  expect(html).toContain('Maintenance')
  expect(html).toMatch(/value="2030-01-01"/)
  expect((await visit(urls.settings(), { as })).html).toContain('Travaux ce soir')
  const undo = { ...formIn(html, 'undoSettingChange'), reason: 'C’est fini' }
  expect(undo).toMatchObject({ _version: '1' })
  expect(await visit(here, { as, form: undo })).toMatchObject({ status: 303 })
  expect((await visit(urls.settings(), { as })).html).not.toContain('Travaux ce soir')
})

test('what is refused comes back beside its field, with all that was typed', async () => {
  const as = anAdministrator()
  const form = { ...formIn((await visit(here, { as })).html, 'changeSetting'), text: 'x'.repeat(301), level: 'warning', from: '', to: '2031-02-03' }
  const wrong = await visit(here, { as, form: { ...form, reason: 'Trop long' } })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('x'.repeat(301))
  expect(wrong.html).toContain('value="2031-02-03"')
  expect(wrong.html).toContain('300 caractères')
  const late = await visit(here, { as, form: { ...form, _version: '0', _key: v7(), text: 'Tard', reason: 'x' } })
  expect(late.status).toBe(409)
  expect(late.html).toContain('Tard')
})

test('who is no administrator gets neither page', async () => {
  const as = { id: v7(), grants: [], timeZone: 'Europe/Paris' }
  expect((await visit(urls.settings(), { as })).status).toBe(403)
  expect((await visit(here, { as })).status).toBe(403)
  expect((await visit(here)).status).toBe(303)
  expect((await visit('/reglages/inconnu', { as: anAdministrator() })).status).toBe(404)
})
