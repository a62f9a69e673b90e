import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { module } from '#kernel/operation/module.ts'
import { command, type Context } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { declareFeature } from './feature.ts'
import { hold } from './held.ts'
import { switches } from './module.ts'
import { knowPlacesBy, type Holding } from './perimeter.ts'
import { switchFor } from './reading.ts'

/** A feature that refuses and one that holds, as two domains have them. */
export const shout = command({
  http: 'POST /shouts', input: z.object({}), output: z.null(), allow: signedIn, run: async () => null,
})
export const whisper = command({
  http: 'POST /whispers', input: z.object({}), output: z.object({ isHeld: z.boolean(), id: z.uuid() }), allow: signedIn,
  run: async (context: Context) => {
    const off = await switchFor(context, 'whispers')
    const id = v7()
    if (off) await hold(context, off, { kind: 'voices.whisper', id })
    return { isHeld: off !== undefined, id }
  },
})
export const LIMIT = { burst: 3, day: 5, newAccountHours: 24, newBurst: 1, newDay: 2, staffTimes: 2 }
declareFeature({ code: 'shouts', label: 'Cris', operations: [shout], whenOff: 'refuse', limit: LIMIT })
declareFeature({ code: 'whispers', label: 'Murmures', operations: [whisper], whenOff: 'hold' })

const voices = module({ name: 'voices', folder: 'modules/switches/testing', needs: [switches], operations: { shout, whisper } })
export const world = worldOf(voices)

/** What people hold in this file's world: filled by its tests. */
export const holdings: Holding[] = []
export const organisation = { id: v7(), name: 'Lycée Simone-Veil' }
knowPlacesBy({
  roles: { student: 'Élève', teacher: 'Enseignant' },
  holdingsOf: async (_, ids) => holdings.filter((one) => ids.includes(one.personId)),
  count: async (_, { organisationId, role }) =>
    new Set(holdings.filter((one) => (!organisationId || one.organisationId === organisationId)
      && (!role || one.role === role)).map((one) => one.personId)).size,
  organisationNames: async (_, ids) => new Map(ids.map((id) => [id, organisation.name])),
  personNames: async (_, ids) => new Map(ids.map((id) => [id, 'Camille Roy'])),
  findOrganisations: async (_, words) => organisation.name.includes(words) ? [organisation] : [],
  personByAddress: async (_, email) => holdings.find((one) => email === `${one.personId}@example.org`)?.personId,
})

const AGO = 400 * 86_400_000
/** A person whose account is a year old, unless told: the key tells its age. */
export const someone = (role = 'student', { isNew = false, organisationId = organisation.id } = {}) => {
  const id = isNew ? v7() : oldKey()
  holdings.push({ personId: id, organisationId, role })
  return { id, grants: [{ scope: 'organisation', id: organisationId, role }], timeZone: 'Europe/Paris' }
}
const oldKey = () => {
  const hex = (Date.now() - AGO).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}${v7().slice(13)}`
}
export const anAdministrator = () => ({ id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }],
  timeZone: 'Europe/Paris' })
