import { expect, test } from 'vitest'
import { aBase, aPerson, aResource, world } from '../fixtures.ts'
import { preferenceOf } from '../preferences.ts'
import { chooseInterests } from './choose-interests.ts'
import { followBase } from './follow-base.ts'
import { introduceMyself } from './introduce-myself.ts'
import { inviteToBase } from './invite-to-base.ts'
import { passWelcomeStep } from './pass-welcome-step.ts'
import { showNextStep } from './show-next-step.ts'
import { showPreferences } from './show-preferences.ts'
import { showProfile } from './show-profile.ts'

test('the welcome is taken up where it was left, passed or not, and never goes back', async () => {
  const { as } = await world()
  const person = await aPerson({ isPublic: false })
  const { run } = as(person)
  const step = async () => (await run(showPreferences, {})).welcomeStep
  await expect(as().run(showPreferences, {})).rejects.toMatchObject({ status: 401 })
  expect(await step()).toBe(1)
  await run(introduceMyself, { title: 'Médiatrice', isPublic: true })
  expect(await as().run(showProfile, { personId: person.id })).toMatchObject({ title: 'Médiatrice', isPublic: true })
  expect(await run(passWelcomeStep, { step: 2 })).toEqual({ next: 3 })
  expect(await step()).toBe(3)
  await run(chooseInterests, { themes: ['parentalite', 'donnees'], department: '2a' })
  expect(await run(showPreferences, {})).toMatchObject({ welcomeStep: 3, themes: ['parentalite', 'donnees'], department: '2A' })
  await expect(run(chooseInterests, { themes: ['parentalite'], department: '999' })).rejects.toMatchObject({ status: 422 })
  await run(passWelcomeStep, { step: 4 })
  expect(await step()).toBe(5)
  const { engine, actorOf } = await world()
  const context = engine.context({ actor: await actorOf(person), origin: { request: 'test' } })
  expect((await preferenceOf(context as never, person.id)).department).toBe('2A')
})

test('bases are suggested from the department and the themes; those one follows or belongs to are not, nor private ones', async () => {
  const { as, db } = await world()
  const person = await aPerson()
  const made = async (title: string, department: string | null, themes: 'parentalite' | 'donnees', isPublic = true) => {
    const base = await aBase({ title, isPublic })
    await db.updateTable('bases.base').set({ department }).where('id', '=', base.baseId).execute()
    await aResource({ author: base.administrator, baseId: base.baseId, published: true, themes: [themes] })
    return base
  }
  const [near, close, followed] = [await made('Près', '58', 'donnees'), await made('Proche', null, 'parentalite'), await made('Suivie', '58', 'parentalite')]
  await made('Fermée', '58', 'parentalite', false)
  await aBase({ title: 'Vide', administrator: await aPerson() })
  const mine = await made('Mienne', '58', 'parentalite')
  await as(person).run(followBase, { baseId: followed.baseId })
  await db.insertInto('bases.base_member').values({ base_id: mine.baseId, person_id: person.id, role: 'contributor', added_at: new Date() }).execute()
  await as(person).run(chooseInterests, { themes: ['parentalite'], department: '58' })
  const { suggested, followsCount } = await as(person).run(showPreferences, {})
  expect(suggested.map(({ id, why }) => [id, why]).slice(0, 2)).toEqual([[near.baseId, 'department'], [close.baseId, 'themes']])
  expect(suggested.map(({ title }) => title).filter((title) => ['Fermée', 'Vide', 'Mienne', 'Suivie'].includes(title))).toEqual([])
  expect(followsCount).toBe(1)
})

test('one step is suggested at a time: an invitation, the welcome, whom to follow, what to write', async () => {
  const { as } = await world()
  const person = await aPerson({ isPublic: true })
  const base = await aBase()
  const next = async () => (await as(person).run(showNextStep, {})).step
  expect(await next()).toBe('welcome')
  const { invitationId } = await as(base.administrator).run(inviteToBase, { baseId: base.baseId, personId: person.id, role: 'contributor' })
  expect(await as(person).run(showNextStep, {})).toEqual({ step: 'invitation', invitationId })
  const other = await aPerson({ isPublic: true })
  await as(other).run(passWelcomeStep, { step: 4 })
  const step = async () => (await as(other).run(showNextStep, {})).step
  expect(await step()).toBe('follow')
  await as(other).run(followBase, { baseId: base.baseId })
  expect(await step()).toBe('write')
  await aResource({ author: other })
  expect(await step()).toBeNull()
  await expect(as().run(showNextStep, {})).rejects.toMatchObject({ status: 401 })
})
