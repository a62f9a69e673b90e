import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

/** A person asked for all that is held on them. */
export const archiveAsked = fact({
  name: 'privacy.archive-asked', data: z.object({ archiveId: z.uuid() }), subject: ({ archiveId }) => `archive:${archiveId}`, days: 2,
})

const deletion = {
  data: z.object({ deletionId: z.uuid() }), subject: ({ deletionId }: { deletionId: string }) => `deletion:${deletionId}`, days: 2,
}

/** A person asked to be erased once the delay is over. */
export const deletionAsked = fact({ name: 'privacy.deletion-asked', ...deletion })
/** They changed their mind. */
export const deletionCancelled = fact({ name: 'privacy.deletion-cancelled', ...deletion })

/** Nothing says any more who it was, save what was declared to stay. The identifier is that of a tombstone. */
export const personErased = fact({
  name: 'privacy.person-erased', data: z.object({ personId: z.uuid() }), subject: ({ personId }) => `person:${personId}`,
})
