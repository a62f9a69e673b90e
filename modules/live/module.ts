import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { declareFeature } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import { FEATURE } from './closed.ts'
import { openEventStream } from './event-stream.ts'
import { pruneStreams } from './jobs.ts'
import { awaitEntries } from './long-poll.ts'
import { acknowledgeEntries } from './operations/acknowledge-entries.ts'
import { listUnreadMessages } from './operations/back-office/list-unread-messages.ts'
import { setPresence } from './operations/set-presence.ts'
import { showPresence } from './operations/show-presence.ts'
import { describeMessage } from './raw.ts'
import { cutEnded } from './reactions.ts'
import { openSocket } from './socket.ts'
import { fr as back } from './web/back-office/fr.ts'
import { urls as backUrls } from './web/back-office/routes.ts'
import { fr } from './web/fr.ts'

const own = { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' } as const

// No command belongs to it: a hub asks by itself, for those whose pages it holds.
declareFeature({ code: FEATURE, label: fr.feature, whenOff: 'refuse' })

/** One stream a person, of what their open pages should fetch again. */
export const live = module({
  name: 'live', folder: 'modules/live', needs: [audit, identity, switches],
  operations: { acknowledgeEntries, setPresence, showPresence },
  raw: [openSocket, openEventStream, awaitEntries, describeMessage],
  backOffice: { operations: { listUnreadMessages }, menu: [{ group: 'taches', label: back.menu, href: backUrls.messages() }] },
  reactions: [cutEnded],
  jobs: [pruneStreams],
  refusals: fr.refusals, done: fr.done,
  privacy: {
    // Identifiers and versions, for a week; a page that comes back to a stream that is gone fetches all that it shows.
    'live.stream': own,
    'live.entry': own,
    'live.acknowledgement': own,
    'live.presence': own,
    'live.agreement': { ...own, export: 'rows', merge: 'repoint' },
  },
})
