import { reaction } from '#kernel/fact/reaction.ts'
import { personSuspended } from '#modules/identity/events.ts'
import { signal } from './signal.ts'
import { CHECK } from './topics.ts'

/** A suspended account's pages learn it at once, and whoever holds their connections looks at the sessions. */
export const cutSuspended = reaction({
  name: 'live.cut-suspended', to: personSuspended,
  run: async (context, { personId }) => { await signal(context, { to: [personId], topic: CHECK, type: 'SYSTEM', importance: 'high' }) },
})
