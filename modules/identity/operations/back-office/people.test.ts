import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor } from '#kernel/operation/actor.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { erasureOrdered, personInvited, personSuspended } from '../../events.ts'
import { aPerson, world } from '../../fixtures.ts'
import { peopleByAddress } from '../../person.ts'
import { readSession } from '../../read-session.ts'
import { openSession } from '../../session.ts'
import { hashOf, newToken } from '../../token.ts'
import { signInByLink } from '../sign-in-by-link.ts'
import { anonymisePerson } from './anonymise-person.ts'
import { confirmMerge } from './confirm-merge.ts'
import { grantPlatformRole } from './grant-platform-role.ts'
import { prepareMerge } from './prepare-merge.ts'
import { registerPerson } from './register-person.ts'
import { restorePerson } from './restore-person.ts'
import { showMerge } from './show-merge.ts'
import { showPerson } from './show-person.ts'
import { aModerator, anAdministrator } from './staff.fixtures.ts'
import { suspendPerson } from './suspend-person.ts'
import { withdrawPlatformRole } from './withdraw-platform-role.ts'

const context = async () => (await world()).engine.context({ actor: visitor, origin: { request: 'test' } })
const signIn = async (id: string) => (await openSession(await context(), id, 'email-link')).cookie
const whoHas = async (cookie: string) => {
  const { pools, modules } = await world()
  return readSession(pools.portal, modules, cookie)
}
/** The link of a mail, as its reader has it. */
const tokenFor = async (linkId: string) => {
  const token = newToken()
  await (await world()).db.insertInto('identity.sign_in_token').values({ token_hash: hashOf(token), link_id: linkId }).execute()
  return token
}
const aLink = async (email: string) => {
  const id = v7()
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  await (await world()).db.insertInto('identity.sign_in_link')
    .values({ id, email, purpose: 'sign-in', return_to: '/', created_at: at(0), expires_at: at(15) }).execute()
  return tokenFor(id)
}

test('a person who is registered proves their address by any link sent to it, and becomes that person', async () => {
  const { as, facts } = await world()
  const admin = as(await anAdministrator())
  const { personId } = await admin.run(registerPerson, { firstName: 'Malik', lastName: 'Ouali', email: 'Malik@Example.org' })
  expect(await admin.run(showPerson, { personId })).toMatchObject({ name: 'Malik Ouali', state: 'invited', addresses: [{ email: 'malik@example.org', verifiedAt: null }] })
  expect(await peopleByAddress(await context(), ['malik@example.org'])).toEqual([])
  const invited = (await facts(personInvited)).find((one) => one.personId === personId)!
  await expect(admin.run(registerPerson, { firstName: 'M', lastName: 'O', email: 'malik@example.org' })).rejects.toMatchObject({ code: 'identity.address-invited' })
  expect(await as().run(signInByLink, { token: await tokenFor(invited.linkId) })).toMatchObject({ personId, named: true })
  expect(await admin.run(showPerson, { personId })).toMatchObject({ state: 'active' })
  await expect(admin.run(registerPerson, { firstName: 'M', lastName: 'O', email: 'malik@example.org' })).rejects.toMatchObject({ code: 'identity.address-taken' })
  const other = await admin.run(registerPerson, { firstName: 'Eva', lastName: 'Roy', email: 'eva@example.org' })
  expect(await as().run(signInByLink, { token: await aLink('eva@example.org') })).toMatchObject({ personId: other.personId })
})

test('an address that somebody merely claims gives their account to nobody', async () => {
  const { as, db } = await world()
  const claimant = await aPerson()
  await db.insertInto('identity.address').values({ id: v7(), person_id: claimant.id, email: 'claimed@example.org' }).execute()
  const { personId } = await as().run(signInByLink, { token: await aLink('claimed@example.org') })
  expect(personId).not.toBe(claimant.id)
})

test('a suspended person is out at once and cannot come back, until the account is opened again', async () => {
  const { as, facts } = await world()
  const admin = as(await anAdministrator())
  const person = await aPerson({ firstName: 'Léo' })
  const cookie = await signIn(person.id)
  expect(await whoHas(cookie)).toMatchObject({ id: person.id })
  await admin.run(suspendPerson, { personId: person.id, reason: 'Envois répétés' })
  expect(await whoHas(cookie)).toBeUndefined()
  expect(await facts(personSuspended)).toContainEqual({ personId: person.id })
  const token = await aLink(person.email)
  await expect(as().run(signInByLink, { token })).rejects.toMatchObject({ code: 'identity.account-suspended' })
  await expect(admin.run(suspendPerson, { personId: person.id, reason: 'x' })).rejects.toMatchObject({ code: 'identity.already-suspended' })
  await admin.run(restorePerson, { personId: person.id, reason: 'Tout est réglé' })
  expect(await whoHas(cookie)).toBeUndefined()
  expect(await as().run(signInByLink, { token })).toMatchObject({ personId: person.id })
  await expect(admin.run(restorePerson, { personId: person.id, reason: 'x' })).rejects.toMatchObject({ code: 'identity.not-suspended' })
  expect((await admin.run(showPerson, { personId: person.id })).suspensions)
    .toMatchObject([{ reason: 'Envois répétés', by: 'Inès Garnier', liftReason: 'Tout est réglé' }])
})

test('who is anonymised types the name; the account closes at once, and the order waits for the worker', async () => {
  const { as, facts, db } = await world()
  const staff = await anAdministrator()
  const admin = as(staff)
  const person = await aPerson({ firstName: 'Anaïs', lastName: 'Effaçable' })
  const cookie = await signIn(person.id)
  const order = { personId: person.id, reason: 'À sa demande', confirmation: ' anaïs   effaçable ' }
  await expect(admin.run(anonymisePerson, { ...order, confirmation: 'Anaïs' })).rejects.toMatchObject({ code: 'identity.wrong-confirmation' })
  await expect(as(await anAdministrator(6)).run(anonymisePerson, order)).rejects.toMatchObject({ code: 'proof-required' })
  await admin.run(anonymisePerson, order)
  expect(await whoHas(cookie)).toBeUndefined()
  expect(await admin.run(showPerson, { personId: person.id })).toMatchObject({ state: 'erasing' })
  await expect(admin.run(anonymisePerson, order)).rejects.toMatchObject({ code: 'identity.person-gone' })
  const ordered = await db.selectFrom('identity.erasure').select('id').where('person_id', '=', person.id).executeTakeFirstOrThrow()
  expect(await facts(erasureOrdered)).toContainEqual({ erasureId: ordered['id'] })
  await expect(admin.run(anonymisePerson, { ...order, personId: staff.id })).rejects.toMatchObject({ code: 'identity.not-yourself' })
  const other = await anAdministrator()
  await expect(admin.run(anonymisePerson, { ...order, personId: other.id })).rejects.toMatchObject({ code: 'identity.has-platform-role' })
})

test('two accounts become one only after a preview, and not anyhow', async () => {
  const { as } = await world()
  const admin = as(await anAdministrator())
  const [kept, absorbed] = [await aPerson({ firstName: 'Yann', lastName: 'Kerbrat' }), await aPerson({ firstName: 'Yan', lastName: 'Kerbrat' })]
  const { mergeId } = await admin.run(prepareMerge, { personId: kept.id, absorbedId: absorbed.id })
  expect(await admin.run(showMerge, { mergeId })).toMatchObject({ state: 'preparing', lines: [], version: 1 })
  await expect(admin.run(confirmMerge, { mergeId }, { version: 1 })).rejects.toMatchObject({ code: 'identity.merge-not-previewed' })
  for (const [input, code] of [
    [{ personId: kept.id, absorbedId: kept.id }, 'identity.same-person'], [{ personId: kept.id, absorbedId: v7() }, 'identity.no-such-person'],
    [{ personId: kept.id, absorbedId: (await anAdministrator()).id }, 'identity.has-platform-role'],
  ] as const) await expect(admin.run(prepareMerge, input)).rejects.toMatchObject({ code })
})

test('roles of the platform are given and taken back, and somebody always administers', async () => {
  const { as, db } = await world()
  await db.deleteFrom('identity.platform_role').execute()
  const [one, two] = [await anAdministrator(), await anAdministrator()]
  const person = await aPerson()
  await as(one).run(grantPlatformRole, { personId: person.id, role: 'moderator' })
  expect(await as(one).run(showPerson, { personId: person.id })).toMatchObject({ roles: ['moderator'] })
  await expect(as(one).run(grantPlatformRole, { personId: person.id, role: 'moderator' })).rejects.toMatchObject({ code: 'identity.role-held' })
  await as(one).run(withdrawPlatformRole, { personId: person.id, role: 'moderator' })
  await expect(as(one).run(withdrawPlatformRole, { personId: person.id, role: 'moderator' })).rejects.toMatchObject({ code: 'identity.role-not-held' })
  await expect(as(await anAdministrator(6)).run(grantPlatformRole, { personId: person.id, role: 'support' })).rejects.toMatchObject({ code: 'proof-required' })
  await db.deleteFrom('identity.platform_role').where('person_id', 'not in', [one.id, two.id]).execute()
  // Two who take each other's role away at the same time leave one of them.
  const outcomes = await Promise.allSettled([
    as(one).run(withdrawPlatformRole, { personId: two.id, role: 'administrator' }), as(two).run(withdrawPlatformRole, { personId: one.id, role: 'administrator' }),
  ])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const [last] = await db.selectFrom('identity.platform_role').selectAll().execute()
  const holder = last!['person_id'] === one.id ? one : two
  await expect(as(holder).run(withdrawPlatformRole, { personId: holder.id, role: 'administrator' })).rejects.toMatchObject({ code: 'identity.last-administrator' })
  const third = await anAdministrator()
  await as(holder).run(withdrawPlatformRole, { personId: holder.id, role: 'administrator' })
  // An administrator who is suspended is none that can act.
  await expect(as(await anAdministrator()).run(suspendPerson, { personId: third.id, reason: 'x' })).resolves.toEqual({})
})

test('the last administrator is not suspended, nor anybody by themselves', async () => {
  const { as, db } = await world()
  await db.deleteFrom('identity.platform_role').execute()
  const [one, gone] = [await anAdministrator(), await anAdministrator()]
  await expect(as(one).run(suspendPerson, { personId: one.id, reason: 'x' })).rejects.toMatchObject({ code: 'identity.not-yourself' })
  await db.deleteFrom('identity.platform_role').where('person_id', '=', gone.id).execute()
  await expect(as(gone).run(suspendPerson, { personId: one.id, reason: 'x' })).rejects.toMatchObject({ code: 'identity.last-administrator' })
})

test('only administrators do any of it, and what does not exist is not found', async () => {
  const { as } = await world()
  const admin = as(await anAdministrator())
  const [person, suspended, other] = [await aPerson(), await aPerson(), await aPerson()]
  await admin.run(suspendPerson, { personId: suspended.id, reason: 'x' })
  const { mergeId } = await admin.run(prepareMerge, { personId: person.id, absorbedId: other.id })
  const about = { personId: person.id }
  const calls: [Operation, Record<string, unknown>, string?][] = [
    [registerPerson, { firstName: 'A', lastName: 'B', email: 'nobody@example.org' }, ''], [showPerson, about], [suspendPerson, { ...about, reason: 'x' }],
    [restorePerson, { personId: suspended.id, reason: 'x' }], [anonymisePerson, { ...about, reason: 'x', confirmation: 'Ada Martin' }],
    [prepareMerge, { ...about, absorbedId: other.id }], [showMerge, { mergeId }, 'mergeId'], [confirmMerge, { mergeId }, 'mergeId'],
    [grantPlatformRole, { ...about, role: 'support' }], [withdrawPlatformRole, { ...about, role: 'support' }],
  ]
  const [moderator] = [await aModerator()]
  for (const [operation, input, key = 'personId'] of calls) {
    await expect(as(moderator).run(operation, input, { version: 2 }), operation.name).rejects.toMatchObject({ status: 403, code: 'forbidden' })
    await expect(as().run(operation, input, { version: 2 }), operation.name).rejects.toMatchObject({ status: 401 })
    if (key) await expect(admin.run(operation, { ...input, [key]: v7() }, { version: 2 }), operation.name).rejects.toMatchObject({ status: 404 })
  }
})

test('who looks at a sheet is recorded', async () => {
  const { as, db } = await world()
  const [staff, person] = [await anAdministrator(), await aPerson()]
  await as(staff).run(showPerson, { personId: person.id })
  expect(await db.selectFrom('audit.entry').select(['person_id', 'outcome']).where('target', '=', person.id).where('operation', '=', 'identity.showPerson').execute())
    .toEqual([{ person_id: staff.id, outcome: 'read' }])
})

test('the roles of the database stop what the code would forget', async () => {
  const { pools } = await world()
  for (const text of [
    'delete from identity.person', `update identity.person set first_name = 'x'`, 'update identity.platform_role set role = $$administrator$$',
    'select token_hash from identity.sign_in_token', 'delete from identity.erasure', 'delete from identity.impersonation',
  ]) await expect(pools.backOffice.query(text), text).rejects.toThrow(/permission denied/)
  for (const text of [`insert into identity.platform_role values (gen_random_uuid(), 'administrator')`, 'select from identity.suspension', 'select from identity.merge',
    'delete from identity.address']) await expect(pools.portal.query(text), text).rejects.toThrow(/permission denied/)
})
