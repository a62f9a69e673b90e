import { join } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, world } from '../../fixtures.ts'
import { configurePortalAddress } from '../../impersonation/portal-address.ts'
import { aModerator, anAdministrator } from '../../operations/back-office/staff.fixtures.ts'
import { pages as portalPages, urls as portal } from '../routes.ts'
import { pages, urls } from './routes.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../../..', file))
const visit = pagesOf(world, pages, load, true)
const visitPortal = pagesOf(world, portalPages, load)

test('one registers a person, then finds them', async () => {
  const as = await anAdministrator()
  const form = formIn((await visit(urls.register(), { as })).html, 'registerPerson')
  const typed = { ...form, firstName: 'Zoé', lastName: 'Lefèvre', email: 'zoe.page@example.org' }
  const { status, location } = await visit(urls.register(), { as, form: typed })
  expect(status).toBe(303)
  const sheet = await visit(location!, { as })
  expect(sheet.html).toContain('zoe.page@example.org')
  expect(sheet.html).toContain('invitation envoyée')
  const again = await visit(urls.register(), { as, form: { ...typed, _key: v7() } })
  expect(again).toMatchObject({ status: 409 })
  expect(again.html).toContain('Une personne est déjà invitée à cette adresse')
  const { html } = await visit(urls.people('lefevre zoe'), { as })
  expect(html).toContain(`href="${location}"`)
  expect(html).toContain('Résultats pour « lefevre zoe »')
  expect((await visit(urls.people('nobody of that name'), { as })).html).toContain('Personne ne correspond')
  expect((await visit(urls.people(), { as })).html).toContain('Dernières personnes arrivées')
})

test('one suspends and opens again from the sheet; what was typed stays after a refusal', async () => {
  const as = await anAdministrator()
  const person = await aPerson({ firstName: 'Léo', lastName: 'Suspendu' })
  const here = urls.person(person.id)
  const form = formIn((await visit(here, { as })).html, 'suspendPerson')
  expect((await visit(here, { as, form: { ...form, reason: '' } })).status).toBe(422)
  expect(await visit(here, { as, form: { ...form, _key: v7(), reason: 'Envois répétés' } })).toMatchObject({ status: 303 })
  const { html } = await visit(here, { as })
  expect(html).toContain('Envois répétés')
  expect(html).not.toContain('value="suspendPerson"')
  expect(await visit(here, { as, form: { ...formIn(html, 'restorePerson'), reason: 'Réglé' } })).toMatchObject({ status: 303 })
  const anonymise = formIn((await visit(here, { as })).html, 'anonymisePerson')
  const wrong = await visit(here, { as, form: { ...anonymise, reason: 'À sa demande', confirmation: 'Leo' } })
  expect(wrong.status).toBe(409)
  expect(wrong.html).toContain('À sa demande')
  expect(await visit(here, { as, form: { ...anonymise, _key: v7(), reason: 'À sa demande', confirmation: 'Léo Suspendu' } })).toMatchObject({ status: 303 })
  expect((await visit(here, { as })).html).toContain('anonymisation en cours')
})

test('two accounts are merged from the sheet, after their preview', async () => {
  const { db } = await world()
  const as = await anAdministrator()
  const [kept, absorbed] = [await aPerson({ firstName: 'Yann' }), await aPerson({ firstName: 'Yan' })]
  const form = formIn((await visit(urls.person(kept.id), { as })).html, 'prepareMerge')
  const { location } = await visit(urls.person(kept.id), { as, form: { ...form, absorbedId: absorbed.id } })
  expect((await visit(location!, { as })).html).toContain('L’aperçu se prépare')
  // As the privacy module notes it, in the worker.
  await db.updateTable('identity.merge').set({
    preview: JSON.stringify([{ table: 'identity.address', kept: 1, absorbed: 1, becomes: 'repoint', twins: 0 }]), previewed_at: new Date(), version: 2,
  }).where('absorbed_id', '=', absorbed.id).execute()
  const { html } = await visit(location!, { as })
  expect(html).toContain('rejoint le compte gardé')
  expect(html).toContain('noms différents')
  expect(await visit(location!, { as, form: formIn(html, 'confirmMerge') })).toMatchObject({ status: 303 })
  await db.updateTable('identity.merge').set({ done_at: new Date() }).where('absorbed_id', '=', absorbed.id).execute()
  await db.updateTable('identity.person').set({ merged_into: kept.id }).where('id', '=', absorbed.id).execute()
  expect((await visit(location!, { as })).html).toContain('La fusion est faite')
  expect((await visit(urls.person(absorbed.id), { as })).html).toContain(`href="${urls.person(kept.id)}"`)
})

test('an administrator asks to act for a person, who answers on their account; then the page gives the link', async () => {
  configurePortalAddress('https://sillage.example')
  const as = await anAdministrator()
  const person = await aPerson({ firstName: 'Rose', lastName: 'Haddad' })
  const here = urls.person(person.id)
  const ask = formIn((await visit(here, { as })).html, 'askImpersonation')
  expect(await visit(here, { as, form: { ...ask, reason: 'Un dépôt échoue' } })).toMatchObject({ status: 303 })
  expect((await visitPortal(portal.account(), { as: person })).html).toContain('Inès Garnier demande à agir à votre place')
  const mine = await visitPortal(portal.acting(), { as: person })
  expect(mine.html).toContain('Un dépôt échoue')
  expect(await visitPortal(portal.acting(), { as: person, form: formIn(mine.html, 'acceptImpersonation') })).toMatchObject({ status: 303 })
  expect((await visitPortal(portal.acting(), { as: person })).html).toContain('Arrêter maintenant')
  const { status, html } = await visit(here, { as, form: formIn((await visit(here, { as })).html, 'openImpersonation') })
  expect(status).toBe(200)
  const link = /href="https:\/\/sillage\.example(\/agir-pour\?jeton=[\w-]{43})"/.exec(html)![1]!
  const start = await visitPortal(link)
  expect(start.html).toContain('Rose Haddad vous a donné son accord')
  expect(start.html).toMatch(/<form[^>]+action="\/acting\/session" method="post"|<form[^>]+method="post" action="\/acting\/session"/)
  expect((await visitPortal('/agir-pour?jeton=wrong')).html).toContain('Ce lien n’ouvre rien')
})

test('no page opens for who is no administrator', async () => {
  const person = await aPerson()
  const as = await aModerator()
  for (const url of [urls.people(), urls.register(), urls.person(person.id)]) {
    expect((await visit(url, { as })).status, url).toBe(403)
    expect((await visit(url)).status, url).toBe(303)
  }
  expect((await visit(urls.person(v7()), { as: await anAdministrator() })).status).toBe(404)
  expect((await visit(urls.merge(v7()), { as: await anAdministrator() })).status).toBe(404)
  expect((await visitPortal(portal.acting())).status).toBe(303)
})
