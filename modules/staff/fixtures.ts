import { randomBytes } from 'node:crypto'
import { v7 } from '#kernel/id.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { configureStaff } from './configuration.ts'
import { enrolForDemonstration } from './demonstration.ts'
import { staff } from './module.ts'
import { codeAt } from './totp.ts'

export const world = worldOf(staff)

export const ORIGIN = 'https://gestion.sillage.example'
configureStaff({ origin: ORIGIN, name: 'Sillage', keys: [randomBytes(32)] })

/** Somebody who administers the platform, and their telephone. */
export const anAdministrator = async ({ enrolled = true } = {}) => {
  const { db } = await world()
  const person = await makePerson(db, { platformRoles: ['administrator'] })
  const secret = randomBytes(20)
  const factorId = enrolled ? await enrolForDemonstration({ db, now: new Date().toISOString() }, person.id, secret, 'Telephone') : undefined
  return { ...person, secret, factorId, code: (at = Date.now()) => codeAt(secret, at) }
}

/** A row of session, as the routes make it; `factor` none is half a session. */
export const aSession = async (personId: string, factor: 'totp' | null, { provedAt = new Date().toISOString() } = {}): Promise<Actor> => {
  const { db } = await world()
  const [id, now] = [v7(), new Date().toISOString()]
  await db.insertInto('staff.session').values({
    id, token_hash: randomBytes(32), person_id: personId, method: 'email-link', factor, signed_in_at: now, proved_at: factor && provedAt,
    last_seen_at: now, expires_at: '2100-01-01T00:00:00Z',
  }).execute()
  const session = { id, method: 'email-link', signedInAt: now }
  if (!factor) return { ...visitor, session }
  return { ...visitor, id: personId, grants: [{ scope: 'platform', id: '', role: 'administrator' }], session: { ...session, provedAt } }
}
