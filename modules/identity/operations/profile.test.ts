import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import type { Context } from '#kernel/operation/operation.ts'
import { profileUpdated } from '../events.ts'
import { aPerson, world } from '../fixtures.ts'
import { personCards } from '../person.ts'
import { completeProfile } from './complete-profile.ts'
import { endSession } from './end-session.ts'
import { listMySessions } from './list-my-sessions.ts'
import { showMe } from './show-me.ts'
import { signOutEverywhere } from './sign-out-everywhere.ts'
import { signOut } from './sign-out.ts'
import { updateProfile } from './update-profile.ts'
import { openSession } from '../session.ts'

const profile = {
  firstName: 'Nadia', lastName: 'Cherkati', title: 'Médiatrice', location: '', department: '2A', about: 'Deux\nlignes', isPublic: true,
  timeZone: 'Indian/Reunion' as const,
}
const contextOf = async (id: string): Promise<Context> => (await world()).engine.context({
  actor: { id, grants: [], timeZone: 'Europe/Paris' }, origin: { request: 'test' },
})
/** Someone with a session open, as the session's reader gives them. */
const signedInAs = async (id: string) => {
  await openSession(await contextOf(id), id, 'email-link', { userAgent: 'Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/140.0' })
  const { db } = await world()
  const session = await db.selectFrom('identity.session').selectAll().where('person_id', '=', id).orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return { id, grants: [], timeZone: 'Europe/Paris',
    session: { id: String(session['id']), method: 'email-link', signedInAt: String(session['signed_in_at']) } }
}

test('one sees oneself; another person sees only themselves; a visitor is asked to sign in', async () => {
  const { as } = await world()
  const [ada, bob] = [await aPerson({ firstName: 'Ada' }), await aPerson({ firstName: 'Bob' })]
  const { output, can } = await as(ada).answer(showMe, {})
  expect(output).toMatchObject({ personId: ada.id, firstName: 'Ada', addresses: [{ email: ada.email, isPrimary: true }], version: 1 })
  expect(can).toEqual({ completeProfile: true, setPortrait: true, updateProfile: true })
  expect(await as(bob).run(showMe, {})).toMatchObject({ personId: bob.id, firstName: 'Bob' })
  await expect(as().run(showMe, {})).rejects.toMatchObject({ status: 401 })
  await expect(as({ id: v7() }).run(showMe, {})).rejects.toMatchObject({ status: 404 })
})

test('one edits the profile that one saw, and others learn that it changed', async () => {
  const { as, facts, db } = await world()
  const [ada, bob] = [await aPerson(), await aPerson()]
  expect(await as(ada).run(updateProfile, profile, { version: 1 })).toEqual({ version: 2 })
  expect(await as(ada).run(showMe, {})).toMatchObject({ ...profile, location: null, version: 2 })
  expect(await as(bob).run(showMe, {})).toMatchObject({ firstName: 'Ada', version: 1 })
  expect(await facts(profileUpdated)).toContainEqual({ personId: ada.id })
  await expect(as(ada).run(updateProfile, profile, { version: 1 })).rejects.toMatchObject({ code: 'stale', details: { version: 2 } })
  await expect(as().run(updateProfile, profile, { version: 1 })).rejects.toMatchObject({ status: 401 })
  await expect(as({ id: v7() }).run(updateProfile, profile, { version: 1 })).rejects.toMatchObject({ status: 404 })
  // The trace says that the name changed, not from what to what.
  const changes = await db.selectFrom('audit.change').selectAll().where('row_id', '=', ada.id).execute()
  expect(changes.at(-1)).toMatchObject({ action: 'update', after: { first_name: '…', is_public: true } })
  expect(JSON.stringify(changes)).not.toContain('Nadia')
})

test('a profile out of bounds is refused by its field', async () => {
  const { as } = await world()
  const ada = await aPerson()
  const refused = (change: object, field: string) => expect(as(ada).run(updateProfile, { ...profile, ...change }, { version: 1 }))
    .rejects.toMatchObject({ status: 422, issues: [{ field }] })
  await refused({ firstName: ' ' }, 'firstName')
  await refused({ lastName: 'x'.repeat(101) }, 'lastName')
  await refused({ department: '2C' }, 'department')
  await refused({ about: 'x'.repeat(2001) }, 'about')
  await refused({ timeZone: 'Mars/Olympus' }, 'timeZone')
})

test('a name is given once at the first sign-in, by oneself only', async () => {
  const { as } = await world()
  const ada = await aPerson({ firstName: undefined, lastName: undefined })
  const name = { firstName: 'Ada', lastName: 'Lovelace', returnTo: '/ressources' }
  await expect(as().run(completeProfile, name)).rejects.toMatchObject({ status: 401 })
  await expect(as({ id: v7() }).run(completeProfile, name)).rejects.toMatchObject({ status: 404 })
  await expect(as(ada).run(completeProfile, { ...name, returnTo: '//evil.example' }))
    .rejects.toMatchObject({ issues: [{ field: 'returnTo' }] })
  expect(await as(ada).run(completeProfile, name)).toEqual({ returnTo: '/ressources' })
  await expect(as(ada).run(completeProfile, name)).rejects.toMatchObject({ code: 'identity.profile-complete' })
  const [card] = await personCards(await contextOf(ada.id), [ada.id, v7()])
  expect(card).toEqual({ id: ada.id, name: 'Ada Lovelace', title: null, portraitFileId: null, isPublic: false, isErased: false })
})

test('one sees and closes one\'s own sessions; those of another are not found', async () => {
  const { as } = await world()
  const [ada, bob] = [await aPerson(), await aPerson()]
  const [first, second, his] = [await signedInAs(ada.id), await signedInAs(ada.id), await signedInAs(bob.id)]
  const { output, can } = await as(second).answer(listMySessions, {})
  expect(output.sessions.map(({ id, isThisOne, browser }) => ({ id, isThisOne, browser }))).toEqual([
    { id: second.session.id, isThisOne: true, browser: 'firefox' }, { id: first.session.id, isThisOne: false, browser: 'firefox' },
  ])
  expect(can).toEqual({ endSession: true, signOutEverywhere: true })
  await expect(as().run(listMySessions, {})).rejects.toMatchObject({ status: 401 })
  await expect(as(second).run(endSession, { sessionId: his.session.id })).rejects.toMatchObject({ status: 404 })
  await expect(as().run(endSession, { sessionId: his.session.id })).rejects.toMatchObject({ status: 401 })
  await as(second).run(endSession, { sessionId: first.session.id })
  expect((await as(second).run(listMySessions, {})).sessions).toHaveLength(1)
  expect((await as(his).run(listMySessions, {})).sessions).toHaveLength(1)
})

test('signing out closes this session; everywhere closes them all, and nobody else\'s', async () => {
  const { as } = await world()
  const [ada, bob] = [await aPerson(), await aPerson()]
  const [one, two, his] = [await signedInAs(ada.id), await signedInAs(ada.id), await signedInAs(bob.id)]
  await as(one).run(signOut, {})
  await expect(as(one).run(signOut, {})).rejects.toMatchObject({ status: 404 })
  await expect(as().run(signOut, {})).rejects.toMatchObject({ status: 401 })
  expect((await as(two).run(listMySessions, {})).sessions).toHaveLength(1)
  await expect(as().run(signOutEverywhere, {})).rejects.toMatchObject({ status: 401 })
  expect(await as(two).run(signOutEverywhere, {})).toEqual({ ended: 1 })
  expect((await as(two).run(listMySessions, {})).sessions).toEqual([])
  expect((await as(his).run(listMySessions, {})).sessions).toHaveLength(1)
})
