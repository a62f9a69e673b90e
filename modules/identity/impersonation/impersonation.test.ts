import { expect, test } from 'vitest'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { admit } from '#kernel/operation/engine.ts'
import { command, type Operation } from '#kernel/operation/operation.ts'
import { inPerson, signedIn } from '#kernel/operation/rule.ts'
import { aPerson, world } from '../fixtures.ts'
import { aModerator, anAdministrator } from '../operations/back-office/staff.fixtures.ts'
import { grantPlatformRole } from '../operations/back-office/grant-platform-role.ts'
import { showPerson } from '../operations/back-office/show-person.ts'
import { suspendPerson } from '../operations/back-office/suspend-person.ts'
import { updateProfile } from '../operations/update-profile.ts'
import { readSession } from '../read-session.ts'
import { elevate, openSession } from '../session.ts'
import { acceptImpersonation } from './accept-impersonation.ts'
import { askImpersonation } from './back-office/ask-impersonation.ts'
import { openImpersonation } from './back-office/open-impersonation.ts'
import { endImpersonation } from './end-impersonation.ts'
import { listMyImpersonations } from './list-my-impersonations.ts'
import { configurePortalAddress } from './portal-address.ts'
import { refuseImpersonation } from './refuse-impersonation.ts'
import { showConsent } from './show-consent.ts'
import { startActing } from './start-acting.ts'

configurePortalAddress('https://sillage.example')

const context = async () => (await world()).engine.context({ actor: visitor, origin: { request: 'test' } })
const whoHas = async (cookie: string) => {
  const { pools, modules } = await world()
  return readSession(pools.portal, modules, cookie)
}
const asked = async () => {
  const { as } = await world()
  const [staff, person] = [await anAdministrator(), await aPerson({ firstName: 'Rose', lastName: 'Haddad' })]
  const { impersonationId } = await as(staff).run(askImpersonation, { personId: person.id, reason: 'Un dépôt échoue' })
  return { staff, person, impersonationId }
}
const accepted = async () => {
  const { as } = await world()
  const one = await asked()
  await as(one.person).run(acceptImpersonation, { impersonationId: one.impersonationId })
  return one
}
const tokenOf = (href: string) => new URL(href).searchParams.get('jeton')!
/** The administrator follows the link and presses its button, as the raw route does. */
const acting = async () => {
  const { as } = await world()
  const one = await accepted()
  const { href } = await as(one.staff).run(openImpersonation, { impersonationId: one.impersonationId })
  const { personId, ...by } = await as().run(startActing, { token: tokenOf(href) })
  const { cookie } = await openSession(await context(), personId, 'acting', {}, {}, by)
  return { ...one, cookie }
}

test('one asks, the person accepts, and a link opens once a session that is the person\'s and names who sits there', async () => {
  const { as, db } = await world()
  const { staff, person, impersonationId } = await asked()
  const { output, can } = await as(person).answer(listMyImpersonations, {})
  expect(output.impersonations).toMatchObject([{ id: impersonationId, by: 'Inès Garnier', reason: 'Un dépôt échoue', state: 'asked' }])
  expect(can).toEqual({ acceptImpersonation: true, refuseImpersonation: true, endImpersonation: true })
  await expect(as(staff).run(openImpersonation, { impersonationId })).rejects.toMatchObject({ code: 'identity.not-consented' })
  await as(person).run(acceptImpersonation, { impersonationId })
  await expect(as(person).run(acceptImpersonation, { impersonationId })).rejects.toMatchObject({ code: 'identity.impersonation-answered' })
  const { href } = await as(staff).run(openImpersonation, { impersonationId })
  expect(href).toMatch(/^https:\/\/sillage\.example\/agir-pour\?jeton=/)
  const token = tokenOf(href)
  expect(await as().run(showConsent, { token })).toMatchObject({ isGood: true, name: 'Rose Haddad' })
  const started = await as().run(startActing, { token })
  expect(started).toMatchObject({ personId: person.id, by: staff.id, impersonationId })
  await expect(as().run(startActing, { token })).rejects.toMatchObject({ status: 404 })
  const { cookie } = await openSession(await context(), person.id, 'acting', {}, {}, started)
  expect(Number(/Max-Age=(\d+)/.exec(cookie)![1])).toBeLessThanOrEqual(3600)
  const actor = await whoHas(cookie)
  expect(actor).toMatchObject({ id: person.id, by: staff.id })
  const me = await db.selectFrom('identity.person').select('version').where('id', '=', person.id).executeTakeFirstOrThrow()
  const profile = { firstName: 'Rose', lastName: 'Haddad', title: '', location: '', department: '', about: '', isPublic: false, timeZone: 'Europe/Paris' as const }
  await as(actor).run(updateProfile, profile, { version: Number(me['version']) })
  expect(await db.selectFrom('audit.entry').select(['person_id', 'acting_for']).where('operation', '=', 'identity.updateProfile').execute())
    .toEqual([{ person_id: staff.id, acting_for: person.id }])
  expect((await as(staff).run(showPerson, { personId: person.id })).sessions).toMatchObject([{ isActedFor: true }])
})

test('what is critical, and what opens an account, is refused to who acts in a place', async () => {
  const { as, modules } = await world()
  const { cookie, person } = await acting()
  const actor = (await whoHas(cookie))!
  const parts = { http: 'POST /x' as const, input: z.object({}), output: z.object({}), run: async () => ({}) }
  const critical = command({ ...parts, allow: signedIn, provedWithin: 5 })
  const own = command({ ...parts, allow: inPerson })
  await expect(admit(critical, { ...await context(), actor }, {})).rejects.toMatchObject({ code: 'acting-for', status: 403 })
  await expect(admit(own, { ...await context(), actor }, {})).rejects.toMatchObject({ code: 'forbidden', status: 403 })
  await expect(elevate({ ...await context(), actor })).rejects.toMatchObject({ status: 401 })
  // Every command of this module that opens or closes an account says so.
  const one = modules.find(({ name }) => name === 'identity')!.operations as Record<string, Operation>
  const closed = ['endSession', 'signOutEverywhere', 'linkIdentity', 'unlinkIdentity', 'requestAddressProof', 'proveAddress', 'registerPasskey', 'renamePasskey',
    'removePasskey', 'acceptImpersonation', 'refuseImpersonation']
  for (const name of closed) {
    const row = { person_id: actor.id, id: actor.id }
    expect(one[name]!.allow.holds({ ...actor, by: undefined }, row), name).toBe(true)
    expect(one[name]!.allow.holds(actor, row), name).toBe(false)
  }
  await as(person).run(listMyImpersonations, {})
})

test('the person ends it at any time, and so does who acts; the sessions open nothing from then on', async () => {
  const { as } = await world()
  for (const who of ['person', 'staff'] as const) {
    const one = await acting()
    await as(who === 'person' ? one.person : (await whoHas(one.cookie))!).run(endImpersonation, { impersonationId: one.impersonationId })
    expect(await whoHas(one.cookie)).toBeUndefined()
    await expect(as(one.person).run(endImpersonation, { impersonationId: one.impersonationId })).rejects.toMatchObject({ code: 'identity.impersonation-over' })
    await expect(as(one.staff).run(openImpersonation, { impersonationId: one.impersonationId })).rejects.toMatchObject({ code: 'identity.not-consented' })
  }
})

test('a refusal, an hour, a week without an answer close it', async () => {
  const { as, db } = await world()
  const refused = await asked()
  await as(refused.person).run(refuseImpersonation, { impersonationId: refused.impersonationId })
  await expect(as(refused.person).run(acceptImpersonation, { impersonationId: refused.impersonationId })).rejects.toMatchObject({ code: 'identity.impersonation-answered' })
  await expect(as(refused.staff).run(openImpersonation, { impersonationId: refused.impersonationId })).rejects.toMatchObject({ code: 'identity.not-consented' })
  const late = await asked()
  const lapse = (id: string) => db.updateTable('identity.impersonation').set({ expires_at: new Date(Date.now() - 1000) }).where('id', '=', id).execute()
  await lapse(late.impersonationId)
  await expect(as(late.person).run(acceptImpersonation, { impersonationId: late.impersonationId })).rejects.toMatchObject({ code: 'identity.impersonation-answered' })
  const over = await accepted()
  const { href } = await as(over.staff).run(openImpersonation, { impersonationId: over.impersonationId })
  await lapse(over.impersonationId)
  expect(await as().run(showConsent, { token: tokenOf(href) })).toMatchObject({ isGood: false, name: null })
  await expect(as().run(startActing, { token: tokenOf(href) })).rejects.toMatchObject({ code: 'identity.not-consented' })
  // The link itself lasts two minutes.
  const stale = await accepted()
  const link = await as(stale.staff).run(openImpersonation, { impersonationId: stale.impersonationId })
  await db.updateTable('identity.impersonation').set({ token_until: new Date(Date.now() - 1000) }).where('id', '=', stale.impersonationId).execute()
  await expect(as().run(startActing, { token: tokenOf(link.href) })).rejects.toMatchObject({ status: 404 })
})

test('nobody acts for staff: not asked, not opened, and closed at once for who becomes staff', async () => {
  const { as } = await world()
  const staff = await anAdministrator()
  const admin = as(staff)
  const reason = 'x'
  await expect(admin.run(askImpersonation, { personId: (await anAdministrator()).id, reason })).rejects.toMatchObject({ code: 'identity.never-of-staff' })
  await expect(admin.run(askImpersonation, { personId: (await aModerator()).id, reason })).rejects.toMatchObject({ code: 'identity.never-of-staff' })
  await expect(admin.run(askImpersonation, { personId: staff.id, reason })).rejects.toMatchObject({ code: 'identity.not-yourself' })
  const one = await acting()
  await expect(admin.run(askImpersonation, { personId: one.person.id, reason })).rejects.toMatchObject({ code: 'identity.impersonation-pending' })
  await admin.run(grantPlatformRole, { personId: one.person.id, role: 'support' })
  expect(await whoHas(one.cookie)).toBeUndefined()
  const other = await acting()
  await (await world()).db.insertInto('identity.platform_role').values({ person_id: other.person.id, role: 'support' }).execute()
  expect(await whoHas(other.cookie)).toBeUndefined()
})

test('an administrator who is suspended acts for nobody any more; neither does anybody for a person who is', async () => {
  const { as } = await world()
  const admin = as(await anAdministrator())
  const one = await acting()
  await admin.run(suspendPerson, { personId: one.staff.id, reason: 'x' })
  expect(await whoHas(one.cookie)).toBeUndefined()
  const other = await acting()
  await admin.run(suspendPerson, { personId: other.person.id, reason: 'x' })
  expect(await whoHas(other.cookie)).toBeUndefined()
})

test('each does only what is theirs', async () => {
  const { as } = await world()
  const { person, impersonationId, staff } = await asked()
  const [stranger, moderator, other] = [await aPerson(), await aModerator(), await anAdministrator()]
  for (const operation of [acceptImpersonation, refuseImpersonation, endImpersonation]) {
    await expect(as(stranger).run(operation, { impersonationId }), operation.name).rejects.toMatchObject({ status: 404 })
    await expect(as().run(operation, { impersonationId }), operation.name).rejects.toMatchObject({ status: 401 })
  }
  expect((await as(stranger).run(listMyImpersonations, {})).impersonations).toEqual([])
  await expect(as().run(listMyImpersonations, {})).rejects.toMatchObject({ status: 401 })
  await expect(as(moderator).run(askImpersonation, { personId: person.id, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as().run(askImpersonation, { personId: person.id, reason: 'x' })).rejects.toMatchObject({ status: 401 })
  await expect(as(other).run(askImpersonation, { personId: v7(), reason: 'x' })).rejects.toMatchObject({ status: 404 })
  // Consent was given to one person.
  await as(person).run(acceptImpersonation, { impersonationId })
  await expect(as(other).run(openImpersonation, { impersonationId })).rejects.toMatchObject({ status: 404 })
  await expect(as({ ...moderator, id: staff.id }).run(openImpersonation, { impersonationId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as().run(openImpersonation, { impersonationId })).rejects.toMatchObject({ status: 404 })
  await expect(as({ ...await anAdministrator(6), id: staff.id }).run(openImpersonation, { impersonationId })).rejects.toMatchObject({ code: 'proof-required' })
  await expect(as().run(startActing, { token: 'x'.repeat(43) })).rejects.toMatchObject({ status: 404 })
  expect(await as().run(showConsent, { token: 'x'.repeat(43) })).toEqual({ isGood: false, name: null, until: null, signedIn: false })
})
