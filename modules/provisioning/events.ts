import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

const shape = { data: z.object({ organisationId: z.uuid(), importId: z.uuid() }), subject: ({ importId }: { importId: string }) => `import:${importId}` }

/** A file was given, or the way to read it was corrected. */
export const importStarted = fact({ name: 'provisioning.import-started', ...shape })
/** The file was read to its end, or could not be: there is something to look at. */
export const importRead = fact({ name: 'provisioning.import-read', ...shape })
/** A person agreed to what it does, or corrected rows of it. */
export const importConfirmed = fact({ name: 'provisioning.import-confirmed', ...shape })
export const importFinished = fact({ name: 'provisioning.import-finished', ...shape })
export const importUndone = fact({ name: 'provisioning.import-undone', ...shape })
/** All that it did was taken back. */
export const importReversed = fact({ name: 'provisioning.import-reversed', ...shape })

/** A person with an account is in a list, and is asked whether they enter. */
export const membershipProposed = fact({
  name: 'provisioning.membership-proposed', data: z.object({ organisationId: z.uuid(), proposalId: z.uuid(), personId: z.uuid() }),
  subject: ({ personId }) => `person:${personId}`,
})
/** They agreed. */
export const proposalAccepted = fact({
  name: 'provisioning.proposal-accepted', data: z.object({ proposalId: z.uuid() }), subject: ({ proposalId }) => `proposal:${proposalId}`,
})
export const facts = [importStarted, importRead, importConfirmed, importFinished, importUndone, importReversed, membershipProposed, proposalAccepted]
