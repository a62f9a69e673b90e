import { expect, test } from 'vitest'
import { dateIn } from '#kernel/date.ts'
import { aSchool, aMember, anOrganisation, inDays, world } from './fixtures.ts'
import { inCharge, mayGrant, type Context } from './policy.ts'
import { covers, fits, heldBy, isRole, roles, type Role } from './roles.ts'

/** What each role holds beside itself: the whole partial order. */
const order: Record<Role, Role[]> = {
  'structure-manager': roles.filter((role) => role !== 'structure-manager'),
  'pedagogical-administrator': ['programme-manager', 'teacher', 'student', 'member'],
  'programme-manager': ['teacher', 'student', 'member'],
  'social-worker': ['reception-agent', 'member'],
  instructor: ['reception-agent', 'member'],
  teacher: ['member'], student: ['member'], 'reception-agent': ['member'], referent: ['member'], mediator: ['member'],
  member: [],
}

test.each(Object.entries(order))('%s holds what it says', (role, under) => {
  expect(isRole(role)).toBe(true)
  expect(heldBy(role as Role).toSorted()).toEqual([role, ...under].toSorted())
})

test('the order is partial: a role covers itself, never both ways, and through', () => {
  for (const a of roles) {
    expect(covers(a, a)).toBe(true)
    for (const b of roles) {
      if (a !== b && covers(a, b)) expect(covers(b, a)).toBe(false)
      for (const c of roles) if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true)
    }
  }
  expect(covers('teacher', 'student') || covers('social-worker', 'teacher') || covers('pedagogical-administrator', 'social-worker'))
    .toBe(false)
})

/** Who may give what: in the whole organisation, in a class of the programme, in another programme, in another organisation. */
const mayGive: Record<string, { whole: Role[], inClass: Role[], elsewhere: Role[] }> = {
  manager: {
    whole: roles.filter((role) => role !== 'programme-manager'),
    inClass: roles.filter((role) => !['structure-manager', 'pedagogical-administrator'].includes(role)),
    elsewhere: roles.filter((role) => !['structure-manager', 'pedagogical-administrator'].includes(role)),
  },
  administrator: {
    whole: ['student', 'teacher', 'pedagogical-administrator', 'member'], inClass: ['student', 'teacher', 'programme-manager', 'member'],
    elsewhere: ['student', 'teacher', 'programme-manager', 'member'],
  },
  programmeManager: { whole: [], inClass: ['student', 'teacher', 'programme-manager', 'member'], elsewhere: [] },
  teacher: { whole: [], inClass: [], elsewhere: [] },
  student: { whole: [], inClass: [], elsewhere: [] },
  stranger: { whole: [], inClass: [], elsewhere: [] },
}

test('who may give which role, where: the whole table', async () => {
  const { actorOf } = await world()
  const [school, foreign] = [await aSchool(), await aSchool()]
  const { organisationId: organisation_id, classId, otherId } = school
  for (const [name, may] of Object.entries(mayGive)) {
    const actor = await actorOf(school[name as 'manager'])
    const given = (group_id: string | null) =>
      roles.filter((role) => fits(role, group_id !== null) && mayGrant.holds(actor, { organisation_id, group_id, role }))
    expect([name, given(null), given(classId), given(otherId)]).toEqual([name, may.whole, may.inClass, may.elsewhere])
    const abroad = roles.filter((role) => mayGrant.holds(actor, { organisation_id: foreign.organisationId, group_id: foreign.classId,
      role }))
    expect([name, abroad]).toEqual([name, []])
  }
})

test('a rule says the same of a row as in SQL', async () => {
  const { actorOf, db } = await world()
  const school = await aSchool()
  for (const someone of [school.manager, school.administrator, school.programmeManager, school.teacher, school.stranger]) {
    const actor = await actorOf(someone)
    for (const rule of [mayGrant, inCharge]) {
      const rows = await (db as Context['db']).selectFrom('organisations.membership as one').selectAll('one')
        .select((eb) => eb(rule.where(actor, 'one'), 'is', true).as('may')).execute()
      expect(rows.length).toBeGreaterThanOrEqual(5)
      for (const row of rows) expect(Boolean(row['may'])).toBe(rule.holds(actor, row))
    }
  }
})

test('grants are those of memberships valid now, at the organisation\'s place', async () => {
  const { actorOf, db } = await world()
  const school = await aSchool()
  const { organisationId, programmeId, classId } = school
  const grantsOf = async (someone: { id: string }) => (await actorOf(someone)).grants.filter(({ scope }) => scope !== 'platform')
  expect(await grantsOf(school.student)).toEqual(expect.arrayContaining([
    { scope: 'organisation', id: organisationId, role: 'member' }, { scope: 'group', id: classId, role: 'student' },
  ]))
  expect(await grantsOf(school.programmeManager)).toEqual(expect.arrayContaining([
    { scope: 'group', id: programmeId, role: 'programme-manager' }, { scope: 'group', id: classId, role: 'programme-manager' },
  ]))
  expect(await grantsOf(school.programmeManager)).not.toContainEqual(expect.objectContaining({ id: school.otherId }))
  const [over, toCome, now] = [
    await aMember(organisationId, 'teacher', { validFrom: inDays(-30), validTo: inDays(-2) }),
      await aMember(organisationId, 'teacher', { validFrom: inDays(2) }),
    await aMember(organisationId, 'teacher', { validFrom: inDays(-2), validTo: inDays(2) }),
  ]
  expect(await grantsOf(over)).toEqual([])
  expect(await grantsOf(toCome)).toEqual([])
  expect(await grantsOf(now)).toEqual([{ scope: 'organisation', id: organisationId, role: 'teacher' }])
  // A closed group gives nothing, nor does a closed organisation.
  await db.updateTable('organisations.group').set({ closed_at: new Date().toISOString() }).where('id', '=', classId).execute()
  expect(await grantsOf(school.student)).toEqual([])
  await db.updateTable('organisations.organisation').set({ closed_at: new Date().toISOString() }).where('id', '=', organisationId).execute()
  expect(await grantsOf(school.manager)).toEqual([])
})

test('the last day ends at midnight of the organisation, not of Paris', async () => {
  const { actorOf } = await world()
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const id = await anOrganisation({ timeZone })
    const person = await aMember(id, 'member', { validFrom: '2020-01-01', validTo: dateIn(new Date(), timeZone) })
    expect((await actorOf(person)).grants).toContainEqual({ scope: 'organisation', id, role: 'member' })
  }
  expect(dateIn(new Date(), 'Pacific/Kiritimati')).not.toBe(dateIn(new Date(), 'Pacific/Pago_Pago'))
  const id = await anOrganisation({ timeZone: 'Pacific/Kiritimati' })
  const gone = await aMember(id, 'member', { validFrom: '2020-01-01', validTo: dateIn(new Date(), 'Pacific/Pago_Pago') })
  expect((await actorOf(gone)).grants).toEqual([])
})
