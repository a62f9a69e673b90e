import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, aPoster, staff, world } from '../fixtures.ts'
import { pages as staffPages, urls as staffUrls } from './back-office/routes.ts'
import { pages, urls } from './routes.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../..', file))
const visit = pagesOf(world, pages, load)
const visitStaff = pagesOf(world, staffPages, load, true)

test('a person reports, a moderator finds it in the queue and decides', async () => {
  const person = await aPerson()
  const poster = aPoster((await aPerson()).id)
  const here = urls.report(poster.kind, poster.targetId)
  expect((await visit(here)).status).toBe(303)
  const form = formIn((await visit(here, { as: person })).html, 'reportContent')
  expect((await visit(here, { as: person, form: { ...form, words: 'Encore' } })).status).toBe(422)
  expect((await visit(here, { as: person, form: { ...form, reason: 'spam', words: 'Encore' } })).status).toBe(303)
  const moderator = await staff('moderator')
  const queue = await visitStaff(staffUrls.queue(), { as: moderator })
  const subject = /href="(\/signalements\/[0-9a-f-]{36})"/.exec(queue.html)![1]!
  const { html } = await visitStaff(subject, { as: moderator })
  expect(html).toContain('Encore')
  const decide = { ...formIn(html, 'decideOnReported'), decision: 'hide', reason: 'Publicité' }
  expect(await visitStaff(subject, { as: moderator, form: decide })).toMatchObject({ status: 303, location: '/signalements' })
  expect((await visitStaff(staffUrls.queue('decided'), { as: moderator })).html).toContain(subject)
  expect((await visitStaff(staffUrls.queue(), { as: person })).status).toBe(403)
  const own = aPoster(person.id)
  expect((await visit(urls.report(own.kind, own.targetId), { as: person })).html).not.toContain('value="reportContent"')
})
