import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { makeArchive } from './archive/jobs.ts'
import { tellDeletion } from './deletion-jobs.ts'
import { archiveAsked, deletionAsked, deletionCancelled } from './events.ts'

export const startArchive = reaction({
  name: 'privacy.start-archive', to: archiveAsked,
  run: (context: WorkerContext, { archiveId }) => context.enqueue(makeArchive, { archiveId }, { key: `archive:${archiveId}` }),
})

export const confirmDeletion = reaction({
  name: 'privacy.confirm-deletion', to: deletionAsked,
  run: (context: WorkerContext, { deletionId }) =>
    context.enqueue(tellDeletion, { deletionId, kind: 'asked' }, { key: `tell:${deletionId}` }),
})

export const confirmCancellation = reaction({
  name: 'privacy.confirm-cancellation', to: deletionCancelled,
  run: (context: WorkerContext, { deletionId }) => context.enqueue(tellDeletion, { deletionId, kind: 'cancelled' }),
})
