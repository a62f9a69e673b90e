import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { live } from '#modules/live/module.ts'
import { moderation } from '#modules/moderation/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { declareFeature } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import { channelOpened, conversationRead, messageChanged, messageSent } from './events.ts'
import { followGroups, pruneConversations } from './jobs.ts'
import { archiveConversation } from './operations/archive-conversation.ts'
import { blockPerson } from './operations/block-person.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { discardDraft } from './operations/discard-draft.ts'
import { editMessage } from './operations/edit-message.ts'
import { findRecipients } from './operations/find-recipients.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { listBlockedPeople } from './operations/list-blocked-people.ts'
import { listChannelGroups } from './operations/list-channel-groups.ts'
import { listConversations } from './operations/list-conversations.ts'
import { openChannel } from './operations/open-channel.ts'
import { openConversation } from './operations/open-conversation.ts'
import { showConversation } from './operations/show-conversation.ts'
import { startConversation } from './operations/start-conversation.ts'
import { unblockPerson } from './operations/unblock-person.ts'
import { writeMessage } from './operations/write-message.ts'
import { reactions } from './reactions.ts'
import { followDecision } from './reported.ts'
import { fr } from './web/fr.ts'

const own = { export: 'rows', erase: 'delete', merge: 'repoint' } as const

// What one writes while messages are closed comes back with the page, to be kept or sent later.
declareFeature({
  code: 'messages', label: fr.feature, operations: [startConversation, writeMessage], whenOff: 'refuse',
  limit: { burst: 60, day: 500, newAccountHours: 24, newBurst: 30, newDay: 100, staffTimes: 3 },
})

/** What people write to each other. */
export const messaging = module({
  name: 'messaging', folder: 'modules/messaging', needs: [audit, identity, live, switches, notifications, organisations, moderation],
  operations: {
    listConversations, showConversation, findRecipients, startConversation, writeMessage, discardDraft, openConversation,
    archiveConversation, leaveConversation, editMessage, deleteMessage, blockPerson, unblockPerson, listBlockedPeople,
    openChannel, listChannelGroups,
  },
  facts: [messageSent, messageChanged, conversationRead, channelOpened],
  reactions: [...reactions, followDecision],
  jobs: [followGroups, pruneConversations],
  refusals: fr.refusals, done: fr.done,
  privacy: {
    // Its other people keep it.
    'messaging.conversation': { person: ['created_by'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'messaging.participant': { person: ['person_id'], ...own },
    // Its words go, its place in the conversation stays: others answered it.
    'messaging.message': { person: ['author_id'], export: 'rows', erase: 'anonymise', clear: { body: '' }, merge: 'repoint' },
    'messaging.draft': { person: ['person_id'], ...own },
    // Whom one blocked is one's own; that one was blocked is nobody's to read.
    'messaging.block': { person: ['person_id', 'blocked_person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
  },
})
