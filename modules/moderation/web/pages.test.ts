import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aGuide, aPerson, aPoster, moderator, staff, world } from '../fixtures.ts'
import { pages as staffPages, urls as staffUrls } from './back-office/routes.ts'
import { pages, urls } from './routes.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../..', file))
const visit = pagesOf(world, pages, load)
const visitStaff = pagesOf(world, staffPages, load, true)

test('a person reports, a moderator finds it in the portal and hides it, the author appeals, an administrator judges', async () => {
  const [person, author, ines, camille] = [await aPerson(), await aPerson(), await moderator(), await staff('administrator')]
  const poster = aPoster(author.id)
  const here = urls.report(poster.kind, poster.targetId)
  expect((await visit(here)).status).toBe(303)
  const form = formIn((await visit(here, { as: person })).html, 'reportContent')
  expect((await visit(here, { as: person, form: { ...form, words: 'Encore' } })).status).toBe(422)
  expect((await visit(here, { as: person, form: { ...form, reason: 'spam', words: 'Encore' } })).status).toBe(303)

  const subject = /href="(\/moderation\/[0-9a-f-]{36})"/.exec((await visit(urls.queue(), { as: ines })).html)![1]!
  const { html } = await visit(subject, { as: ines })
  expect(html).toContain('Encore')
  expect(html).not.toContain('value="release"')
  const decide = { ...formIn(html, 'decide'), decision: 'hide', reason: 'Publicité' }
  const refused = await visit(subject, { as: ines, form: decide })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Publicité')
  expect(await visit(subject, { as: ines, form: { ...decide, ground: 'spam' } })).toMatchObject({ status: 303, location: '/moderation' })
  expect((await visit(urls.queue('decided'), { as: ines })).html).toContain(subject)
  expect((await visit(urls.queue(), { as: person })).status).toBe(403)
  expect((await visit(subject, { as: person })).status).toBe(403)

  const decided = (await visit(urls.mine(), { as: author })).html
  expect(decided).toContain('Masquée')
  expect(decided).toContain('Publicité')
  expect(decided).not.toContain('Encore')
  expect((await visit(urls.mine(), { as: author, form: { ...formIn(decided, 'appealDecision'), words: 'Une association' } })).status).toBe(303)
  expect((await visit(urls.mine(), { as: author })).html).not.toContain('value="appealDecision"')
  expect((await visit(subject, { as: ines })).html).toContain('une autre personne doit juger')

  const staffPage = staffUrls.reported(subject.split('/').at(-1)!)
  expect((await visitStaff(staffUrls.queue('appealed'), { as: camille })).html).toContain(staffPage)
  const judged = { ...formIn((await visitStaff(staffPage, { as: camille })).html, 'judge'), outcome: 'overturned', reason: 'En effet' }
  expect(await visitStaff(staffPage, { as: camille, form: judged })).toMatchObject({ status: 303, location: '/signalements' })
  expect((await visit(urls.mine(), { as: author })).html).toContain('Décision annulée')
  expect((await visitStaff(staffUrls.queue(), { as: ines })).status).toBe(403)
  expect((await visit(urls.mine(), { as: await aPerson() })).html).toContain('Aucune décision')
  const own = aPoster(person.id)
  expect((await visit(urls.report(own.kind, own.targetId), { as: person })).html).not.toContain('value="reportContent"')
})

test('a reader says that a guide repeats another, and what they typed is kept; a moderator finds it apart, to be mended first', async () => {
  const [person, ines] = [await aPerson(), await moderator()]
  const guide = aGuide((await aPerson()).id)
  const here = urls.report(guide.kind, guide.targetId)
  const { html: asked } = await visit(here, { as: person })
  expect(asked).toContain('value="outdated"')
  const form = { ...formIn(asked, 'reportContent'), reason: 'duplicate', words: '' }
  const refused = await visit(here, { as: person, form: { ...form, repeats: 'ma-page' } })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('value="ma-page"')
  expect((await visit(here, { as: person, form: { ...form, repeats: 'https://exemple.fr/la-meme' } })).status).toBe(303)
  expect((await visit(urls.queue(), { as: ines })).html).not.toContain('fiche')
  const subject = /href="(\/moderation\/[0-9a-f-]{36})"/.exec((await visit(urls.queue('defects'), { as: ines })).html)![1]!
  const { html } = await visit(subject, { as: ines })
  expect(html).toContain('href="https://exemple.fr/la-meme"')
  expect(html.indexOf('value="ask"')).toBeLessThan(html.indexOf('value="keep"'))
  expect(html).toMatch(/<option value="duplicate" selected/)
  const poster = aPoster(null)
  expect((await visit(urls.report(poster.kind, poster.targetId), { as: person })).html).not.toContain('name="repeats"')
})
