/**
 * Who acts. The session's reader (a port that the app fills) builds it once a request; it carries the person's grants,
 * so that policies seldom need a join.
 */
export interface Actor {
  /** The person, or undefined for a visitor who has not signed in. */
  readonly id: string | undefined
  /** How to greet the person; for the screen only, never for a log. */
  readonly name?: string
  readonly grants: readonly Grant[]
  /** Roles of the platform that the person holds and that this session does not carry, for the way in which it was opened. */
  readonly withheld?: readonly string[]
  /** IANA time zone of the person; Europe/Paris when nobody said otherwise. */
  readonly timeZone: string
  readonly session?: Session
  /** A program that acts by itself (client credentials): it has no person, and may do what its scopes say at most. */
  readonly client?: string
  /** What a token allows, as `bases:read` or `bases:write`; undefined where nothing narrows the rights, as with a session. */
  readonly scopes?: readonly string[]
  /** The person of the staff who acts in this one's place, with their consent; the trace names both. */
  readonly by?: string
}

/** A role within a scope: `{ scope: 'base', id, role: 'administrator' }`, or on the platform with `scope: 'platform', id: ''`. */
export interface Grant {
  readonly scope: string
  readonly id: string
  readonly role: string
}

/** How the person signed in; an operation can ask for a minimum. */
export interface Session {
  readonly id: string
  readonly method: string
  readonly signedInAt: string
  /** When the person last proved who they are: at sign-in, or again since. */
  readonly provedAt?: string
  /** Assurance level that the identity provider vouched for (`eidas1`…), and the means used (RFC 8176: `otp`, `hwk`). */
  readonly acr?: string
  readonly amr?: readonly string[]
}

export const visitor: Actor = { id: undefined, grants: [], timeZone: 'Europe/Paris' }

/** The worker acts for nobody in particular: what it does is recorded with no person. */
export const system: Actor = { id: undefined, grants: [{ scope: 'platform', id: '', role: 'system' }], timeZone: 'Europe/Paris' }

/** Identifiers of one scope in which the actor holds a role (any, when `role` is left out). */
export const scopesOf = (actor: Actor, scope: string, role?: string): string[] =>
  actor.grants.filter((grant) => grant.scope === scope && (role === undefined || grant.role === role)).map((grant) => grant.id)

/**
 * Keys under which search documents and files say who may see them: `public`, `person:<id>`, `base:<id>`, `platform:<role>`…
 * A capability compares keys and never asks the domain (design §5b).
 */
export const principalsOf = (actor: Actor): string[] => [
  'public',
  ...(actor.id ? [`person:${actor.id}`] : []),
  ...new Set(actor.grants.map(({ scope, id, role }) => `${scope}:${id || role}`)),
]
