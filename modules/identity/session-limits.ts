import type { Actor, Grant } from '#kernel/operation/actor.ts'

/** How long a session lasts. */
export interface SessionLimits {
  /** It ends after so many days whatever happens. */
  readonly days: number
  /** It ends sooner when nobody comes for so many days. */
  readonly idleDays: number
  /** The same for an agent, in minutes: their screen shows what is other people's. */
  readonly agentIdleMinutes: number
}

let limits: SessionLimits = { days: 90, idleDays: 30, agentIdleMinutes: 30 }

/** What the settings say; called once, when the process starts. */
export const configureSessions = (given: Partial<SessionLimits>): void => { limits = { ...limits, ...given } }
export const sessionLimits = (): SessionLimits => limits

/** Roles in an organisation, or in a group of it, by which one works on what is other people's. */
export const professionalRoles: ReadonlySet<string> = new Set([
  'social-worker', 'instructor', 'reception-agent', 'referent', 'mediator', 'structure-manager',
])

const SCOPES = new Set(['organisation', 'group'])
export const isAgent = (grants: readonly Grant[]): boolean => grants.some(({ scope,
  role }) => SCOPES.has(scope) && professionalRoles.has(role))

/** How long a session of somebody with these grants may stay unused. In seconds. */
export const idleSeconds = (grants: readonly Grant[]): number => isAgent(grants) ? limits.agentIdleMinutes * 60 : limits.idleDays * 86_400

/** What a page needs to warn an agent before their session ends; nothing for others, whose session lasts weeks. */
export const watchedSession = ({ id, grants, session, by }: Actor) => id && session && !by && isAgent(grants)
  ? { personId: id, seconds: idleSeconds(grants), left: '/session/left', stay: '/session/stay' } : undefined
