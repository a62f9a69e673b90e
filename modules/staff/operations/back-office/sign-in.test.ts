import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { configureMail } from '#modules/mail/api.ts'
import { execute } from '#kernel/fact/execution.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { staffLinkRequested } from '../../events.ts'
import { aSession, anAdministrator, world } from '../../fixtures.ts'
import { pruneStaff, sendStaffLink } from '../../jobs.ts'
import { system } from '#kernel/operation/actor.ts'
import { createEngine } from '#kernel/operation/engine.ts'
import { portsOf } from '#kernel/operation/module.ts'
import { linkHashOf, resetFactors } from '../reset-factors.ts'
import { endStaffSession } from './end-staff-session.ts'
import { listStaffSessions } from './list-staff-sessions.ts'
import { openStaffLink } from './open-staff-link.ts'
import { requestStaffLink } from './request-staff-link.ts'
import { showSecondFactor } from './show-second-factor.ts'
import { showStaffSignIn } from './show-staff-sign-in.ts'
import { signInByStaffLink } from './sign-in-by-staff-link.ts'
import { signOutStaff } from './sign-out-staff.ts'

const aLink = async (email: string) => {
  const { db } = await world()
  const [id, token, now] = [v7(), newToken(), Date.now()]
  await db.insertInto('staff.sign_in_link').values({
    id, email, return_to: '/reglages', created_at: new Date(now).toISOString(), expires_at: new Date(now + 900_000).toISOString(),
  }).execute()
  await db.insertInto('staff.sign_in_token').values({ token_hash: hashOf(token), link_id: id }).execute()
  return { id, token }
}

test('the answer is the same for an administrator, for anybody else and for nobody; only the job looks, and writes to the first alone', async () => {
  const { as, db, facts, pools } = await world()
  configureMail({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.example', site: { name: 'Sillage', origin: 'https://sillage.example' } })
  const [ada, bob] = [await anAdministrator(), await makePerson(db)]
  const said = []
  for (const email of [ada.email, bob.email, 'nobody@example.org']) said.push(await as().answer(requestStaffLink, { email }))
  expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1)
  const links = (await facts(staffLinkRequested)).slice(-3)
  await expect(execute(pools.worker, sendStaffLink, links[0]!)).rejects.toThrow(/ECONNREFUSED|connect/)   // there is a mail to send, and no server
  for (const link of links.slice(1)) await execute(pools.worker, sendStaffLink, link)
  const tokens = await db.selectFrom('staff.sign_in_token').select('link_id').where('link_id', 'in', links.map(({ linkId }) => linkId)).execute()
  expect(tokens).toEqual([{ link_id: links[0]!.linkId }])
})

test('a link opens half of the door, once; opening its page changes nothing', async () => {
  const { as } = await world()
  const ada = await anAdministrator()
  const { token } = await aLink(ada.email)
  for (let times = 0; times < 3; times++) expect(await as().run(openStaffLink, { token })).toMatchObject({ state: 'good', returnTo: '/reglages' })
  const both = await Promise.allSettled([1, 2].map(() => as().run(signInByStaffLink, { token })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await as().run(openStaffLink, { token })).toMatchObject({ state: 'used' })
  await expect(as().run(signInByStaffLink, { token: 'x'.repeat(43) })).rejects.toMatchObject({ status: 404 })
})

test('who lost the role, or is suspended, stays out, whatever the mail said before', async () => {
  const { as, db } = await world()
  const [ada, eve, bob] = [await anAdministrator(), await anAdministrator(), await makePerson(db)]
  const links = await Promise.all([ada, eve, bob].map(({ email }) => aLink(email)))
  await db.deleteFrom('identity.platform_role').where('person_id', '=', ada.id).execute()
  await db.updateTable('identity.account').set({ state: 'suspended' }).where('person_id', '=', eve.id).execute()
  for (const { token } of links) {
    await expect(as().run(signInByStaffLink, { token })).rejects.toMatchObject({ code: 'staff.not-administrator', status: 403 })
  }
})

test('a mailbox cannot be filled, and the way back is a path of this site', async () => {
  const { as } = await world()
  const email = `${v7()}@example.org`
  for (let times = 0; times < 10; times++) await as().run(requestStaffLink, { email })
  await expect(as().run(requestStaffLink, { email })).rejects.toMatchObject({ code: 'staff.too-many-links', status: 429 })
  await expect(as().run(requestStaffLink, { email: 'a@example.org', returnTo: '//evil.example' })).rejects.toMatchObject({ status: 422 })
  expect(await as().run(showStaffSignIn, { returnTo: 'https://evil.example' })).toMatchObject({ returnTo: '/' })
})

test('administrators see every open session and may close any; half a session and visitors see none', async () => {
  const { as, db } = await world()
  const [ada, eve] = [await anAdministrator(), await anAdministrator()]
  const [mine, hers, half] = [await aSession(ada.id, 'totp'), await aSession(eve.id, 'totp'), await aSession(eve.id, null)]
  const { sessions } = await as(mine).run(listStaffSessions, {})
  expect(sessions[0]).toMatchObject({ id: mine.session!.id, isThisOne: true })
  expect(sessions.map(({ id }) => id)).toEqual(expect.arrayContaining([hers.session!.id, half.session!.id]))
  for (const other of [half, undefined]) {
    await expect(as(other).run(listStaffSessions, {})).rejects.toMatchObject({ status: 401 })
    await expect(as(other).run(endStaffSession, { sessionId: mine.session!.id })).rejects.toMatchObject({ status: 404 })
  }
  await as(mine).run(endStaffSession, { sessionId: hers.session!.id })
  await as(half).run(signOutStaff, {})
  expect(await db.selectFrom('staff.session').select('id').where('person_id', '=', eve.id).execute()).toEqual([])
  await expect(as(half).run(showSecondFactor, {})).rejects.toMatchObject({ status: 404 })
  await expect(as().run(signOutStaff, {})).rejects.toMatchObject({ status: 401 })
})

test('whoever lost everything is given a first entry again by a command of the server', async () => {
  const { as, db, pools, modules } = await world()
  const ada = await anAdministrator()
  const whole = await aSession(ada.id, 'totp')
  const token = newToken()
  const input = { personId: ada.id, email: ada.email, linkHash: linkHashOf(token) }
  for (const [other, status] of [[whole, 403], [undefined, 401]] as const) await expect(as(other).run(resetFactors, input)).rejects.toMatchObject({ status })
  const engine = createEngine(pools.owner, portsOf(modules))
  const { output } = await engine.run(resetFactors, input, { actor: system, origin: { request: 'test' } })
  expect(output).toEqual({ factors: 1, codes: 0, sessions: 1 })
  expect(await as().run(signInByStaffLink, { token })).toEqual({ personId: ada.id, returnTo: '/' })
  const trace = await db.selectFrom('audit.entry').select('outcome').where('operation', '=', 'staff.resetFactors').orderBy('at').execute()
  expect(trace.map((one) => one['outcome'])).toEqual(['refused', 'refused', 'done'])
  expect(await as(await aSession(ada.id, null)).run(showSecondFactor, {})).toMatchObject({ totp: false, passkey: false })
})

test('each night what has ended goes; the portal\'s role of the database reads nothing here', async () => {
  const { db, pools } = await world()
  const ada = await anAdministrator()
  const { session } = await aSession(ada.id, 'totp')
  await db.updateTable('staff.session').set({ expires_at: '2020-01-01T00:00:00Z' }).where('id', '=', session!.id).execute()
  await execute(pools.worker, pruneStaff, {})
  expect(await db.selectFrom('staff.session').select('id').where('id', '=', session!.id).execute()).toEqual([])
  for (const table of ['session', 'factor', 'recovery_code', 'attempt', 'sign_in_link']) {
    await expect(pools.portal.query(`select from staff.${table}`), table).rejects.toThrow(/permission denied/)
  }
})
