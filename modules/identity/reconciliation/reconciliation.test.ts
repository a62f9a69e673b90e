import { join } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, world } from '../fixtures.ts'
import { aModerator, anAdministrator } from '../operations/back-office/staff.fixtures.ts'
import { proveAddress } from '../operations/prove-address.ts'
import { hashOf, newToken } from '../token.ts'
import { pages as staffPages, urls as staff } from '../web/back-office/routes.ts'
import { pages, urls } from '../web/routes.ts'
import { readAnnounced } from './announced.ts'
import { importReconciliations } from './back-office/import-reconciliations.ts'
import { showReconciliations } from './back-office/show-reconciliations.ts'
import { listAnnouncedAddresses } from './list-announced-addresses.ts'
import { proveAnnouncedAddress } from './prove-announced-address.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../..', file))
const visit = pagesOf(world, pages, load)
const visitStaff = pagesOf(world, staffPages, load, true)

test('two columns are read whatever separates them, with or without a heading; a line that is wrong spoils no other', () => {
  const good = { announced: [{ line: 1, oldEmail: 'a@x.fr', newEmail: 'b@y.fr' }], faulty: [] }
  for (const text of ['A@x.fr;b@y.fr', 'a@x.fr\tb@y.fr', '\uFEFF"a@x.fr","b@y.fr"\r\n']) expect(readAnnounced(text)).toEqual(good)
  const text = 'ancienne;nouvelle\na@x.fr;b@y.fr\n\nc@x.fr\nd@x.fr;non\ne@x.fr;e@x.fr\nf@x.fr;b@y.fr\ng@x.fr;h@y.fr'
  expect(readAnnounced(text)).toEqual({
    announced: [{ line: 2, oldEmail: 'a@x.fr', newEmail: 'b@y.fr' }, { line: 8, oldEmail: 'g@x.fr', newEmail: 'h@y.fr' }],
    faulty: [{ line: 4, why: 'columns' }, { line: 5, why: 'address' }, { line: 6, why: 'same' }, { line: 7, why: 'twice' }],
  })
})

test('a list is rehearsed, which changes nothing, then imported, once; only administrators do it', async () => {
  const { as, db } = await world()
  const admin = as(await anAdministrator())
  const [before, after] = [`${v7()}@x.fr`, `${v7()}@y.fr`]
  const list = `${before};${after}\nnon;oui`
  const count = async () => (await admin.run(showReconciliations, {})).announced
  const there = await count()
  expect(await admin.run(importReconciliations, { list, mode: 'rehearsal' }))
    .toEqual({ mode: 'rehearsal', list, added: 1, known: 0, wrong: 1, faulty: [{ line: 2, why: 'address' }] })
  expect(await count()).toBe(there)
  expect(await admin.run(importReconciliations, { list, mode: 'import' })).toMatchObject({ added: 1, known: 0, wrong: 1, list: '' })
  expect(await admin.run(importReconciliations, { list, mode: 'import' })).toMatchObject({ added: 0, known: 1 })
  expect(await count()).toBe(there + 1)
  await expect(admin.run(importReconciliations, { list: '"a@x.fr;b', mode: 'rehearsal' })).rejects.toMatchObject({ code: 'identity.list-unreadable' })
  for (const operation of [importReconciliations, showReconciliations]) {
    await expect(as(await aModerator()).run(operation, { list, mode: 'rehearsal' }), operation.name).rejects.toMatchObject({ status: 403 })
    await expect(as().run(operation, { list, mode: 'rehearsal' }), operation.name).rejects.toMatchObject({ status: 401 })
  }
  expect(JSON.stringify(await db.selectFrom('audit.entry').selectAll().execute())).not.toContain(before)
})

test('the page shows what an import would do, then keeps the list for it', async () => {
  const as = await anAdministrator()
  const page = (await visitStaff(staff.reconciliations(), { as })).html
  const list = `${v7()}@x.fr;${v7()}@y.fr`
  const { html, status } = await visitStaff(staff.reconciliations(), { as, form: { ...formIn(page, 'importReconciliations'), list, mode: 'rehearsal' } })
  expect(status).toBe(200)
  for (const part of ['Ce qui se passerait', list]) expect(html).toContain(part)
  const done = await visitStaff(staff.reconciliations(), { as, form: { ...formIn(html, 'importReconciliations'), list, mode: 'import' } })
  expect(done.html).toContain('Ce qui est fait')
})

test('a person is proposed the address announced for theirs, proves it by its mail, and it is settled; nobody else sees it', async () => {
  const { as, db, actorOf } = await world()
  const [person, other] = [await aPerson(), await aPerson()]
  const newEmail = `${v7()}@y.fr`
  await as(await anAdministrator()).run(importReconciliations, { list: `${person.email};${newEmail}`, mode: 'import' })
  const { announced: [mine] } = await as(person).run(listAnnouncedAddresses, {})
  expect(mine).toMatchObject({ oldEmail: person.email, newEmail })
  expect((await as(other).run(listAnnouncedAddresses, {})).announced).toEqual([])
  await expect(as().run(listAnnouncedAddresses, {})).rejects.toMatchObject({ status: 401 })
  const { reconciliationId } = mine!
  await expect(as(other).run(proveAnnouncedAddress, { reconciliationId })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(proveAnnouncedAddress, { reconciliationId })).rejects.toMatchObject({ status: 401 })
  await expect(as({ ...visitor, id: person.id, by: other.id }).run(proveAnnouncedAddress, { reconciliationId })).rejects.toMatchObject({ status: 403 })
  expect((await visit(urls.account(), { as: person })).html).toContain('Une nouvelle adresse vous est annoncée')
  const { html } = await visit(urls.identities(), { as: person })
  expect(await visit(urls.identities(), { as: await actorOf(person), form: formIn(html, 'proveAnnouncedAddress') })).toMatchObject({ status: 303 })
  const link = await db.selectFrom('identity.sign_in_link').selectAll().where('email', '=', newEmail).executeTakeFirstOrThrow()
  expect(link).toMatchObject({ purpose: 'prove-address', person_id: person.id })
  const token = newToken()
  await db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: link['id'] }).execute()
  await as(person).run(proveAddress, { token })
  expect((await as(person).run(listAnnouncedAddresses, {})).announced).toEqual([])
  expect(await db.selectFrom('identity.email_reconciliation').select('settled_at').where('id', '=', reconciliationId).executeTakeFirstOrThrow())
    .toEqual({ settled_at: expect.any(String) })
})
