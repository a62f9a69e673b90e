import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { aPerson } from '../../fixtures.ts'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

/** An administrator of the platform who proved who they are so many minutes ago. */
export const anAdministrator = async (proved = 1): Promise<Actor & { id: string }> => {
  const { id } = await aPerson({ firstName: 'Inès', lastName: 'Garnier', platformRoles: ['administrator'] })
  return {
    id, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris',
    session: { id: v7(), method: 'email-link', signedInAt: minutesAgo(60), provedAt: minutesAgo(proved) },
  }
}

/** Somebody who signed in and administers nothing, not even with a fresh proof. */
export const aModerator = async (): Promise<Actor & { id: string }> => ({
  ...await anAdministrator(), id: (await aPerson({ platformRoles: ['moderator'] })).id, grants: [{ scope: 'platform', id: '', role: 'moderator' }],
})
