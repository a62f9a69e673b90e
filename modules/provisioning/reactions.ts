import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { personJoined } from '#modules/identity/events.ts'
import { importConfirmed, importStarted, importUndone, proposalAccepted } from './events.ts'
import { applyImport } from './jobs/apply-import.ts'
import { claimPlaces } from './jobs/claim-places.ts'
import { admitProposed } from './jobs/admit-proposed.ts'
import { readImport } from './jobs/read-import.ts'
import { undoImport } from './jobs/undo-import.ts'
import type { Tables } from './policy.ts'

export const startReading = reaction({
  name: 'provisioning.start-reading',
  to: importStarted,
  run: async (context: WorkerContext<Tables>, { importId }) => {
    const one = await context.db.selectFrom('provisioning.import').select('reading').where('id', '=', importId).executeTakeFirst()
    if (one) await context.enqueue(readImport, { importId, reading: one.reading }, { key: `read-import:${importId}:${one.reading}` })
  },
})

export const startApplying = reaction({
  name: 'provisioning.start-applying',
  to: importConfirmed,
  run: (context: WorkerContext, { importId }) => context.enqueue(applyImport, { importId }, { key: `apply-import:${importId}` }),
})

export const startUndoing = reaction({
  name: 'provisioning.start-undoing',
  to: importUndone,
  run: (context: WorkerContext, { importId }) => context.enqueue(undoImport, { importId }, { key: `undo-import:${importId}` }),
})

export const startClaim = reaction({
  name: 'provisioning.start-claim',
  to: personJoined,
  run: (context: WorkerContext, { personId }) => context.enqueue(claimPlaces, { personId }, { key: `claim-places:${personId}` }),
})

export const startAdmission = reaction({
  name: 'provisioning.start-admission',
  to: proposalAccepted,
  run: (context: WorkerContext, { proposalId }) => context.enqueue(admitProposed, { proposalId }, { key: `admit-proposed:${proposalId}` }),
})
