import { Readable } from 'node:stream'
import { dateIn } from '#kernel/date.ts'
import { v7 } from '#kernel/id.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { worldOf, type Someone } from '#kernel/testing/world.ts'
import { contextOf, temporaryStorage } from '#modules/files/fixtures.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { provisioning } from './module.ts'
import { confirmImport } from './operations/confirm-import.ts'
import { showImport } from './operations/show-import.ts'
import { startImport } from './operations/start-import.ts'
import { receiveSource } from './source.ts'

export const world = worldOf(provisioning)
/** Where lists are kept, for the file of tests. */
export const storage = temporaryStorage()

/** An organisation and somebody who may import in it. @param role of that person, in the whole organisation. */
export const anOrganisation = async (role = 'pedagogical-administrator') => {
  const { db } = await world()
  const organisationId = v7()
  await db.insertInto('organisations.organisation').values({ id: organisationId, kind: 'establishment', name: `Université ${organisationId.slice(-4)}`, created_at: new Date().toISOString() }).execute()
  return { organisationId, manager: await aMember(organisationId, role) }
}

export const aMember = async (organisationId: string, role: string, groupId: string | null = null) => {
  const { db } = await world()
  const person = await makePerson(db)
  await db.insertInto('organisations.membership').values({
    id: v7(), organisation_id: organisationId, group_id: groupId, person_id: person.id, role, valid_from: dateIn(new Date()), source: 'test', created_at: new Date().toISOString(),
  }).execute()
  return person
}

export const aGroup = async (organisationId: string, name: string) => {
  const { db } = await world()
  const id = v7()
  await db.insertInto('organisations.group').values({ id, organisation_id: organisationId, kind: 'programme', name, code: name, created_at: new Date().toISOString() }).execute()
  await db.insertInto('organisations.group_within').values({ organisation_id: organisationId, group_id: id, ancestor_id: id }).execute()
  return id
}

/** A program of an organisation, as the module of access reads it from its token. */
export const aClient = (organisationId: string, scopes = ['provisioning:write']): Actor =>
  ({ ...visitor, client: v7(), grants: [{ scope: 'organisation', id: organisationId, role: 'structure-manager' }], scopes })

/** Sends a list, as the page does. @returns its identifier. */
export const aSource = async (organisationId: string, someone: Someone, content: string | Buffer, name = 'liste.csv') => {
  const context = await contextOf(await world(), someone)
  return (await receiveSource(context, organisationId, { name, stream: Readable.from([Buffer.from(content)]) })).fileId
}

type Given = Partial<{ role: 'student' | 'teacher' | 'member'; mode: 'add' | 'synchronise'; groupId: string; name: string }>

/** A list that was read: what it would do is ready to be looked at. */
export const anImport = async ({ organisationId, manager }: { organisationId: string; manager: Someone }, content: string | Buffer, { name, ...given }: Given = {}) => {
  const { as, work } = await world()
  const sourceId = await aSource(organisationId, manager, content, name)
  const { importId } = await as(manager).run(startImport, { organisationId, sourceId, ...given })
  await work()
  const show = (input: { rows?: 'quarantine' } = {}) => as(manager).run(showImport, { importId, ...input })
  const confirm = async (departures?: number) => {
    await as(manager).run(confirmImport, { importId, departures })
    await work()
    return show()
  }
  return { importId, show, confirm }
}

/** The first line of a list in our own form. */
export const heading = 'numéro étudiant;nom;prénom;courriel;rôle;groupe\n'
/** A mark that no other test of the file has. */
export const unique = () => v7().slice(-8)
/** Lines of so many people, each with an identifier and an address of their own. */
export const people = (count: number, mark: string, group = 'L3') =>
  Array.from({ length: count }, (_, at) => `${mark}${at};Nom${at};Prénom${at};${mark}${at}@example.org;étudiant;${group}`).join('\n')

/** Who holds a place in an organisation by a list, and in which group. */
export const members = async (organisationId: string) => {
  const { db } = await world()
  return db.selectFrom('organisations.membership as membership').leftJoin('organisations.group as group', 'group.id', 'membership.group_id')
    .select(['membership.person_id', 'membership.role', 'membership.source', 'group.name']).where('membership.organisation_id', '=', organisationId)
    .where('membership.ended_at', 'is', null).where('membership.source', '=', 'csv').execute()
}
