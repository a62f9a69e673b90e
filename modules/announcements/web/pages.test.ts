import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aMember, anAdministrator, anOrganisation, aPerson, world } from '../fixtures.ts'
import { pages as backPages, urls as back } from './back-office/routes.ts'
import { pages, urls } from './routes.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../..', file))
const visit = pagesOf(world, pages.map((page) => ({ ...page, path: `/${page.path}` })), load)
const office = pagesOf(world, backPages, load, true)

test('somebody in charge sees how many, writes, and takes it back; a member reads and confirms', async () => {
  const { work } = await world()
  const organisationId = await anOrganisation('Lycée Rosa-Parks')
  const as = await aMember(organisationId, 'structure-manager')
  const student = await aMember(organisationId, 'student')
  const here = urls.organisation(organisationId)
  expect((await visit(urls.mine(), { as })).html).toContain(`href="${here}"`)
  const chosen = (await visit(`${here}?role=student`, { as })).html
  expect(chosen).toContain('Cette annonce atteindra une personne.')
  const form = { ...formIn(chosen, 'publishInOrganisation'), title: 'Porte ouverte', body: 'Venez samedi.\n\nAvec vos familles.',
    time: '08:00', day: '', lastDay: '', asksAcknowledgement: 'true' }
  expect(form).toMatchObject({ role: 'student' })
  const late = await visit(`${here}?role=student`, { as, form: { ...form, title: '' } })
  expect(late.status).toBe(422)
  expect(late.html).toContain('Avec vos familles.')
  expect(await visit(`${here}?role=student`, { as, form })).toMatchObject({ status: 303, location: here })
  await work()
  const list = (await visit(urls.mine(), { as: student })).html
  expect(list).toContain('à confirmer')
  const one = /\/annonces\/[0-9a-f-]{36}/.exec(list)![0]
  const read = await visit(one, { as: student })
  expect(read.html).toContain('Avec vos familles.')
  expect(await visit(one, { as: student, form: formIn(read.html, 'acknowledgeAnnouncement') })).toMatchObject({ status: 303 })
  expect((await visit(one, { as: student })).html).not.toContain('J’ai lu cette annonce')
  const id = one.split('/').at(-1)!
  const asked = await visit(urls.organisation(organisationId, { recall: id }), { as })
  expect(asked.html).toContain('Retirer « Porte ouverte »')
  const recall = { ...formIn(asked.html, 'recallInOrganisation'), reason: 'Erreur de date' }
  expect(await visit(urls.organisation(organisationId, { recall: id }), { as, form: recall })).toMatchObject({ status: 303,
    location: here })
  expect((await visit(one, { as: student })).status).toBe(404)
})

test('an administrator tells people by their addresses, from the back office', async () => {
  const as = await anAdministrator()
  const person = await aPerson()
  expect((await office(`${back.create()}?people=nobody%40example.org`, { as })).html).toContain('Personne n’a confirmé')
  const { html } = await office(`${back.create()}?people=${encodeURIComponent(person.email)}`, { as })
  expect(html).toContain('Cette annonce atteindra une personne.')
  const form = { ...formIn(html, 'publishAnnouncement'), title: 'Maintenance', body: 'Ce soir.', time: '08:00', day: '', lastDay: '' }
  expect(await office(back.create(), { as, form })).toMatchObject({ status: 303, location: back.list() })
  const list = (await office(back.list(), { as })).html
  expect(list).toContain('Des personnes choisies')
  const id = /recall=([0-9a-f-]{36})/.exec(list)![1]!
  const asked = (await office(back.recall(id), { as })).html
  expect(await office(back.recall(id), { as, form: { ...formIn(asked, 'recallAnnouncement'),
    reason: 'Reportée' } })).toMatchObject({ status: 303 })
  expect((await office(back.list(), { as })).html).toContain('retirée')
})

test('others do not see these pages', async () => {
  const organisationId = await anOrganisation()
  expect((await visit(urls.organisation(organisationId), { as: await aMember(organisationId, 'student') })).status).toBe(403)
  expect((await visit(urls.organisation(organisationId), { as: await aPerson() })).status).toBe(404)
  expect((await visit(urls.mine())).status).toBe(303)
  for (const url of [back.list(), back.create()]) expect((await office(url, { as: await aPerson() })).status).toBe(403)
})
