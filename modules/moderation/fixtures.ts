import { v7 } from '#kernel/id.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { moderation } from './module.ts'
import { declareReportable, type Reported } from './reportable.ts'

export const world = worldOf(moderation)
export const aPerson = async (given: Parameters<typeof makePerson>[1] = {}) => makePerson((await world()).db, given)

type Db = Parameters<typeof makePerson>[0]
/** Those below stand in any world that has this module: it is given by its owner's connection. */
export const personIn = (db: Db, given: Parameters<typeof makePerson>[1] = {}) => makePerson(db, given)
export const moderatorIn = async (db: Db, firstName: string, platformRoles: string[] = ['moderator']) => ({
  id: (await makePerson(db, { firstName, lastName: 'Garnier', platformRoles })).id,
  grants: platformRoles.map((role) => ({ scope: 'platform', id: '', role })), timeZone: 'Europe/Paris',
})

/** Somebody with a role of the platform. */
export const staff = async (role: string) => moderatorIn((await world()).db, 'Inès', [role])
export const moderator = () => staff('moderator')

const posters = new Map<string, Reported & { hidden?: boolean }>()
declareReportable({ kind: 'tests.poster', label: 'affiche', find: async (_, id) => { const one = posters.get(id); return one?.hidden ? undefined : one } })

declareReportable({
  kind: 'tests.guide', label: 'fiche', defects: ['outdated', 'errors', 'duplicate'], find: async (_, id) => posters.get(id),
})

/** Something useful, which may be out of date, mistaken, or there twice. */
export const aGuide = (authorId: string | null) => ({ ...aPoster(authorId), kind: 'tests.guide' })

/** Something that people may report: `hidden` is seen by nobody. */
export const aPoster = (authorId: string | null, hidden = false) => {
  const targetId = v7()
  posters.set(targetId, { title: 'Une affiche', href: `/affiches/${targetId}`, authorId, hidden })
  return { kind: 'tests.poster', targetId }
}
