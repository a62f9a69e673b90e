import { worldOf } from '#kernel/testing/world.ts'
import { keyed } from '#modules/secrets/fixtures.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { makeGroup, makeMember, makeOrganisation } from '#modules/organisations/fixtures.ts'
import { messaging } from './module.ts'
import { startConversation } from './operations/start-conversation.ts'

export const world = keyed(worldOf(messaging))

/** A school: its manager, a class with its teacher and two students, a student of another class; and a stranger. */
export const aSchool = async () => {
  const { db } = await world()
  const organisationId = await makeOrganisation(db)
  const [classId, otherId] = [await makeGroup(db, organisationId), await makeGroup(db, organisationId)]
  const member = (role: 'student' | 'teacher', groupId: string, firstName: string) =>
    makeMember(db, organisationId, role, { groupId, firstName })
  return {
    organisationId, classId, otherId,
    manager: await makeMember(db, organisationId, 'structure-manager', { firstName: 'Maud' }),
    teacher: await member('teacher', classId, 'Théo'), student: await member('student', classId, 'Éva'),
    classmate: await member('student', classId, 'Ilan'), elsewhere: await member('student', otherId, 'Nour'),
    stranger: await makePerson(db, { firstName: 'Zoé' }),
  }
}

/** Writes to somebody first. @returns the conversation. */
export const wrote = async (from: { id: string }, to: { id: string }, body = 'Bonjour') =>
  (await (await world()).as(from).run(startConversation, { to: [to.id], body })).conversationId!
