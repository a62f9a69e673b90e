import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

/** Somebody, known or not, asked for a link to sign in. */
export const signInRequested = fact({
  name: 'identity.sign-in-requested', data: z.object({ linkId: z.uuid() }), subject: ({ linkId }) => `sign-in-link:${linkId}`, days: 1,
})

/** A person signed in for the first time. */
export const personJoined = fact({
  name: 'identity.person-joined', data: z.object({ personId: z.uuid() }), subject: ({ personId }) => `person:${personId}`,
})

/** What others see of a person changed: name, title, public or not. */
export const profileUpdated = fact({
  name: 'identity.profile-updated', data: z.object({ personId: z.uuid() }), subject: ({ personId }) => `person:${personId}`,
})

const identityOf = { data: z.object({ personId: z.uuid(), identityId: z.uuid() }),
  subject: ({ personId }: { personId: string }) => `person:${personId}` }

/** An identity of a provider opens a person's account, or opens it no more. */
export const identityLinked = fact({ name: 'identity.identity-linked', ...identityOf })
export const identityUnlinked = fact({ name: 'identity.identity-unlinked', ...identityOf })

const passkeyOf = { data: z.object({ personId: z.uuid(), passkeyId: z.uuid() }),
  subject: ({ personId }: { personId: string }) => `person:${personId}` }

/** A device of a person opens their account, or opens it no more. */
export const passkeyAdded = fact({ name: 'identity.passkey-added', ...passkeyOf })
export const passkeyRemoved = fact({ name: 'identity.passkey-removed', ...passkeyOf })

const person = { data: z.object({ personId: z.uuid() }), subject: ({ personId }: { personId: string }) => `person:${personId}` }

/** An account was closed until further notice, or opened again: tokens and streams of this person follow. */
export const personSuspended = fact({ name: 'identity.person-suspended', ...person })
export const personRestored = fact({ name: 'identity.person-restored', ...person })

/** Sessions of a person ended before their time: whoever holds connections of theirs looks which still may. */
export const sessionsEnded = fact({ name: 'identity.sessions-ended', ...person })

/** A role of the platform was given or taken back. */
export const platformRoleChanged = fact({ name: 'identity.platform-role-changed', ...person })

/** Somebody was given an account and an address to prove. */
export const personInvited = fact({
  name: 'identity.person-invited', data: z.object({ personId: z.uuid(), linkId: z.uuid() }),
    subject: ({ personId }) => `person:${personId}`, days: 8,
})

/** A person is to be anonymised everywhere. */
export const erasureOrdered = fact({
  name: 'identity.erasure-ordered', data: z.object({ erasureId: z.uuid() }), subject: ({ erasureId }) => `erasure:${erasureId}`,
})

const merge = { data: z.object({ mergeId: z.uuid() }), subject: ({ mergeId }: { mergeId: string }) => `merge:${mergeId}` }

/** An administrator wants to see what making two people one would do, then wants it. */
export const mergeAsked = fact({ name: 'identity.merge-asked', ...merge })
export const mergeConfirmed = fact({ name: 'identity.merge-confirmed', ...merge })

const impersonation = {
  data: z.object({ impersonationId: z.uuid(), personId: z.uuid() }), subject: ({ personId }: { personId: string }) => `person:${personId}`,
}

/** An administrator asks to act in a person's place; the person accepts, or refuses; it ends. */
export const impersonationAsked = fact({ name: 'identity.impersonation-asked', ...impersonation })
export const impersonationAnswered = fact({ name: 'identity.impersonation-answered', ...impersonation })
export const impersonationEnded = fact({ name: 'identity.impersonation-ended', ...impersonation })
