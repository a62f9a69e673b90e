import { reaction } from '#kernel/fact/reaction.ts'
import { sessionsEnded } from '#modules/identity/events.ts'
import { signal } from './signal.ts'
import { CHECK } from './topics.ts'

/** Whoever holds connections of somebody whose sessions ended looks, at once, which of them may stay: in every process. */
export const cutEnded = reaction({
  name: 'live.cut-ended', to: sessionsEnded,
  run: async (context, { personId }) => { await signal(context, { to: [personId], topic: CHECK, type: 'SYSTEM', importance: 'high' }) },
})
