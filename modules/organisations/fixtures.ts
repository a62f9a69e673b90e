import { dateIn } from '#kernel/date.ts'
import { v7 } from '#kernel/id.ts'
import { system } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aMailbox as mailbox } from '#modules/mail/fixtures.ts'
import { createGroupIn } from './groups.ts'
import { addMember, type NewMember } from './members.ts'
import { organisations } from './module.ts'
import type { GroupKind, OrganisationKind, Role } from './roles.ts'

/** The world of organisations: its tables and those of what it needs. */
export const world = worldOf(organisations)

/** The date in so many days, where those organisations are: at night, that of UTC is still the day before. */
export const inDays = (days: number) => dateIn(new Date(Date.now() + days * 86_400_000))

type Db = Awaited<ReturnType<typeof world>>['db']
const fixtureOn = (db: Db): KernelContext => ({ db, actor: system, now: new Date().toISOString(), origin: { request: 'fixture' },
  record: async () => undefined })

export interface OrganisationGiven { kind?: OrganisationKind, name?: string, acceptsRequests?: boolean, timeZone?: string }

/** An organisation in any world whose database has this module. */
export const makeOrganisation = async (db: Db, { kind = 'establishment', name, acceptsRequests = false,
  timeZone }: OrganisationGiven = {}) => {
  const id = v7()
  await db.insertInto('organisations.organisation').values({
    id, kind, name: name ?? `Organisation ${id}`, accepts_requests: acceptsRequests, created_at: new Date().toISOString(),
    ...timeZone && { time_zone: timeZone },
  }).execute()
  return id
}

export const makeGroup = (db: Db, organisationId: string, given: { kind?: GroupKind, name?: string, parentId?: string } = {}) =>
  createGroupIn(fixtureOn(db), { kind: 'class', name: `Groupe ${v7()}`, ...given, organisationId })

/** A person with a role, in any world whose database has this module; a new person unless told. */
export const makeMember = async (db: Db, organisationId: string, role: Role, given: Partial<Omit<NewMember,
  'organisationId' | 'role'>> & { firstName?: string } = {}) => {
  const { firstName = 'Ada', personId, ...more } = given
  const person = personId ? { id: personId, email: '' } : await makePerson(db, { firstName })
  const { membershipId } = await addMember(fixtureOn(db), { source: 'fixture', ...more, organisationId, personId: person.id, role })
  return { ...person, membershipId }
}

/** The same in this module's own world. */
export const aPerson = async (given: Parameters<typeof makePerson>[1] = {}) => makePerson((await world()).db, given)
export const anOrganisation = async (given: OrganisationGiven = {}) => makeOrganisation((await world()).db, given)
export const aGroup = async (organisationId: string, given: Parameters<typeof makeGroup>[2] = {}) =>
  makeGroup((await world()).db, organisationId, given)
export const aMember = async (organisationId: string, role: Role, given: Parameters<typeof makeMember>[3] = {}) =>
  makeMember((await world()).db, organisationId, role, given)

/**
 * A school: its manager, its pedagogical administrator, a programme with a class and their manager, a teacher, a student; and a stranger.
 */
export const aSchool = async (given: OrganisationGiven = {}) => {
  const organisationId = await anOrganisation(given)
  const programmeId = await aGroup(organisationId, { kind: 'programme', name: 'Licence' })
  const classId = await aGroup(organisationId, { kind: 'class', name: 'L1 A', parentId: programmeId })
  const otherId = await aGroup(organisationId, { kind: 'programme', name: 'Master' })
  const [manager, administrator, programmeManager, teacher, student] = [
    await aMember(organisationId, 'structure-manager', { firstName: 'Maud' }),
    await aMember(organisationId, 'pedagogical-administrator', { firstName: 'Paul' }),
    await aMember(organisationId, 'programme-manager', { firstName: 'Rita', groupId: programmeId }),
    await aMember(organisationId, 'teacher', { firstName: 'Théo', groupId: classId }),
    await aMember(organisationId, 'student', { firstName: 'Éva', groupId: classId }),
  ]
  return { organisationId, programmeId, classId, otherId, manager, administrator, programmeManager, teacher, student,
    stranger: await aPerson() }
}

/** A mail server of this test file; `secretFor` reads the link of the last mail that somebody received. */
export const aMailbox = () => {
  const box = mailbox()
  return { ...box, secretFor: async (email: string) => /\/invitation\?token=([\w-]+)/.exec((await box.lastTo(email))?.text ?? '')?.[1] ?? '' }
}
