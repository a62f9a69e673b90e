import { v7 } from '#kernel/id.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { aMailbox as mailbox } from '#modules/mail/fixtures.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { makeGroup, makeMember, makeOrganisation } from '#modules/organisations/fixtures.ts'
import { announcements } from './module.ts'

export const world = worldOf(announcements)
export const aMailbox = mailbox

export const anOrganisation = async (name?: string) => makeOrganisation((await world()).db, { name })
export const aGroup = async (organisationId: string) => makeGroup((await world()).db, organisationId)
export const aMember = async (organisationId: string, role: Parameters<typeof makeMember>[2],
  given: Parameters<typeof makeMember>[3] = {}) =>
  makeMember((await world()).db, organisationId, role, given)
export const aPerson = async () => makePerson((await world()).db)

/** An administrator of the platform, with an account. */
export const anAdministrator = async () => {
  const { id } = await aPerson()
  return { id, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' }
}

/** Many people of one organisation, in three statements. */
export const manyMembers = async (organisationId: string, count: number) => {
  const { db } = await world()
  const ids = Array.from({ length: count }, () => v7())
  const at = new Date().toISOString()
  await db.insertInto('identity.person').values(ids.map((id) => ({ id, time_zone: 'Europe/Paris', is_public: false,
    created_at: at }))).execute()
  await db.insertInto('identity.account').values(ids.map((id) => ({ id: v7(), person_id: id, kind: 'person', created_at: at }))).execute()
  await db.insertInto('organisations.membership').values(ids.map((id) => ({
    id: v7(), organisation_id: organisationId, person_id: id, role: 'student', valid_from: '2020-01-01', source: 'fixture', created_at: at,
  }))).execute()
  return ids
}
