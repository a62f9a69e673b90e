import { v7 } from '#kernel/id.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { keyed } from '#modules/secrets/fixtures.ts'
import { access } from './module.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'

export const world = keyed(worldOf(access))

interface GivenClient { scopes: string[]; roles: string[]; organisationId: string | null }

/** A program and its secret. */
export const aClient = async (given: Partial<GivenClient> = {}) => {
  const { db } = await world()
  const [id, secret] = [v7(), newToken()]
  const now = new Date().toISOString()
  await db.insertInto('access.client').values({
    id, organisation_id: given.organisationId === undefined ? v7() : given.organisationId, name: 'Emploi du temps',
      scopes: given.scopes ?? ['identity:read'],
    roles: given.roles ?? ['member'], created_at: now,
  }).execute()
  await db.insertInto('access.client_secret').values({ id: v7(), client_id: id, hash: hashOf(secret), created_at: now }).execute()
  return { id, secret }
}
