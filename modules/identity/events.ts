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
