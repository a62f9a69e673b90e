import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { erasePerson, exportPerson, mergePerson } from '#kernel/testing/person-rows.ts'
import { aMember, aPerson, aSchool, world } from './fixtures.ts'

const asked = async (organisationId: string, personId: string, message = 'Bonjour') =>
  (await world()).db.insertInto('organisations.join_request')
  .values({ id: v7(), organisation_id: organisationId, person_id: personId, message, created_at: new Date().toISOString() }).execute()

test('a person takes away what they are and what they asked, and erased is nowhere', async () => {
  const { pools, modules, db } = await world()
  const { organisationId, student, manager } = await aSchool()
  await asked((await aSchool()).organisationId, student.id, 'Mes mots')
  const at = new Date().toISOString()
  await db.insertInto('organisations.invitation').values({
    id: v7(), organisation_id: organisationId, role: 'member', email: null, invited_by: manager.id, accepted_by: student.id,
      accepted_at: at,
    created_at: at, last_asked_at: at, expires_at: at,
  }).execute()
  const taken = await exportPerson(pools.owner, modules, student.id)
  expect(taken['organisations.membership']).toMatchObject([{ role: 'student', organisation_id: organisationId }])
  expect(taken['organisations.join_request']).toMatchObject([{ message: 'Mes mots' }])
  await erasePerson(pools.owner, modules, student.id)
  for (const table of ['membership', 'join_request']) {
    expect(await db.selectFrom(`organisations.${table}`).selectAll().where('person_id', '=', student.id).execute()).toEqual([])
  }
  const invitations = await db.selectFrom('organisations.invitation').select(['invited_by', 'accepted_by'])
    .where('organisation_id', '=', organisationId).execute()
  expect(invitations).toEqual([{ invited_by: manager.id, accepted_by: null }])
})

test('two people who are one have each role once', async () => {
  const { pools, modules, db } = await world()
  const { organisationId, classId, student } = await aSchool()
  const [twin, elsewhere] = [await aPerson(), await aSchool()]
  await aMember(organisationId, 'student', { personId: twin.id, groupId: classId })
  await aMember(organisationId, 'member', { personId: twin.id })
  await aMember(organisationId, 'member', { personId: student.id })
  await aMember(organisationId, 'mediator', { personId: twin.id })
  for (const { id } of [twin, student]) await asked(elsewhere.organisationId, id)
  await mergePerson(pools.owner, modules, student.id, twin.id)
  const rows = await db.selectFrom('organisations.membership').select(['role', 'group_id']).where('person_id', '=', student.id)
    .orderBy('role').execute()
  expect(rows).toEqual([{ role: 'mediator', group_id: null }, { role: 'member', group_id: null }, { role: 'student', group_id: classId }])
  expect(await db.selectFrom('organisations.join_request').select('person_id').where('organisation_id', '=', elsewhere.organisationId)
    .execute())
    .toEqual([{ person_id: student.id }])
})
