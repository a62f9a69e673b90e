import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { files } from '#modules/files/module.ts'
import { identity } from '#modules/identity/module.ts'
import { live } from '#modules/live/module.ts'
import { mail } from '#modules/mail/module.ts'
import { moderation } from '#modules/moderation/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { settings } from '#modules/settings/module.ts'
import { declareFeature } from '#modules/switches/api.ts'
import { switches } from '#modules/switches/module.ts'
import {
  channelOpened, conversationRead, groupChanged, messageChanged, messageReactedTo, messageScheduled, messageSent, peopleMentioned,
  replyAnswered,
} from './events.ts'
import { departure } from './departure.ts'
import { FEATURE } from './held.ts'
import { settleHeld, settleLifted } from './held-jobs.ts'
import { followGroups, pruneConversations } from './jobs.ts'
import { addPeople } from './operations/add-people.ts'
import { archiveConversation } from './operations/archive-conversation.ts'
import { blockPerson } from './operations/block-person.ts'
import { cancelScheduledMessage } from './operations/cancel-scheduled-message.ts'
import { changeScheduledMessage } from './operations/change-scheduled-message.ts'
import { chooseReadReceipts } from './operations/choose-read-receipts.ts'
import { createFolder } from './operations/create-folder.ts'
import { deleteFolder } from './operations/delete-folder.ts'
import { deleteMessage } from './operations/delete-message.ts'
import { discardDraft } from './operations/discard-draft.ts'
import { discardHeldMessage } from './operations/discard-held-message.ts'
import { editMessage } from './operations/edit-message.ts'
import { fileConversation } from './operations/file-conversation.ts'
import { findPeopleToAdd } from './operations/find-people-to-add.ts'
import { findRecipients } from './operations/find-recipients.ts'
import { leaveConversation } from './operations/leave-conversation.ts'
import { listBlockedPeople } from './operations/list-blocked-people.ts'
import { listChannelGroups } from './operations/list-channel-groups.ts'
import { listConversations } from './operations/list-conversations.ts'
import { listFolders } from './operations/list-folders.ts'
import { openChannel } from './operations/open-channel.ts'
import { openConversation } from './operations/open-conversation.ts'
import { reactToMessage } from './operations/react-to-message.ts'
import { renameFolder } from './operations/rename-folder.ts'
import { renameGroup } from './operations/rename-group.ts'
import { searchMessages } from './operations/search-messages.ts'
import { sendHeldMessage } from './operations/send-held-message.ts'
import { showAttaching } from './operations/show-attaching.ts'
import { showConversation } from './operations/show-conversation.ts'
import { showReadReceipts } from './operations/show-read-receipts.ts'
import { startConversation } from './operations/start-conversation.ts'
import { takeBackMessage } from './operations/take-back-message.ts'
import { unblockPerson } from './operations/unblock-person.ts'
import { writeMessage } from './operations/write-message.ts'
import { reactions } from './reactions.ts'
import { answerReplies, answerReply, pruneReplies } from './replies/answer.ts'
import { writeReply } from './replies/write-reply.ts'
import { followDecision, takeAway } from './reported.ts'
import { followScheduled, sendScheduled } from './scheduled-jobs.ts'
import { followSuspicion, noteReport, settleSuspicion } from './suspicion-jobs.ts'
import { fr as conversing } from './web/conversing.fr.ts'
import { fr as attachments } from './web/attachments.fr.ts'
import { fr } from './web/fr.ts'
import { fr as held } from './web/held.fr.ts'
import { fr as signals } from './web/signals.fr.ts'

const own = { export: 'rows', erase: 'delete', merge: 'repoint' } as const

// What one writes while messages are closed waits, shown to its author alone.
declareFeature({
  code: FEATURE, label: fr.feature, operations: [startConversation, writeMessage, sendHeldMessage, writeReply], whenOff: 'hold',
  limit: { burst: 60, day: 500, newAccountHours: 24, newBurst: 30, newDay: 100, staffTimes: 3 },
})

/** What people write to each other. */
export const messaging = module({
  name: 'messaging', folder: 'modules/messaging',
  needs: [audit, files, identity, live, mail, settings, switches, notifications, organisations, moderation],
  operations: {
    listConversations, showConversation, findRecipients, startConversation, writeMessage, discardDraft, openConversation,
    archiveConversation, leaveConversation, editMessage, deleteMessage, blockPerson, unblockPerson, listBlockedPeople,
    openChannel, listChannelGroups, takeBackMessage, sendHeldMessage, discardHeldMessage, showAttaching,
    reactToMessage, changeScheduledMessage, cancelScheduledMessage, showReadReceipts, chooseReadReceipts, listFolders, createFolder,
    renameFolder, deleteFolder, fileConversation, findPeopleToAdd, addPeople, renameGroup, searchMessages,
  },
  facts: [
    messageSent, messageChanged, conversationRead, channelOpened, messageReactedTo, peopleMentioned, messageScheduled, groupChanged,
    replyAnswered,
  ],
  reactions: [...reactions, followDecision, followSuspicion, noteReport, settleLifted, followScheduled, answerReplies],
  jobs: [followGroups, pruneConversations, settleHeld, settleSuspicion, takeAway, sendScheduled, answerReply, pruneReplies],
  refusals: { ...fr.refusals, ...held.refusals, ...signals.refusals, ...attachments.refusals, ...conversing.refusals },
  done: { ...fr.done, ...held.done, ...conversing.done },
  departure,
  privacy: {
    // Its other people keep it.
    'messaging.conversation': { person: ['created_by'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'messaging.participant': { person: ['person_id'], ...own },
    // Its words go, its place in the conversation stays: others answered it.
    'messaging.message': { person: ['author_id'], export: 'rows', erase: 'anonymise', clear: { body: '' }, merge: 'repoint' },
    'messaging.draft': { person: ['person_id'], ...own },
    'messaging.attachment': { person: ['person_id'], ...own },
    // What moderators decided of somebody's sending: theirs to read there, and gone with them.
    'messaging.suspicion': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    'messaging.complaint': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    // Secrets' hashes, for thirty days.
    'messaging.reply_address': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    'messaging.received_mail': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    'messaging.held_message': { person: ['person_id'], ...own },
    // To whom one wants to write is one's own; who is gone is written to no more.
    'messaging.held_recipient': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
    // What was done of a group is its people's to know, without the name of whoever is gone.
    'messaging.happening': { person: ['by_person_id', 'person_id'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    // Words by which a message is found: they come and go with it.
    'messaging.message_words': 'none',
    'messaging.reaction': { person: ['person_id'], ...own },
    'messaging.mention': { person: ['person_id'], ...own },
    'messaging.scheduled': { person: ['person_id'], ...own },
    'messaging.preference': { person: ['person_id'], ...own },
    'messaging.filing': { person: ['person_id'], ...own },
    'messaging.folder': { person: ['person_id'], ...own },
    // Whom one blocked is one's own; that one was blocked is nobody's to read.
    'messaging.block': { person: ['person_id', 'blocked_person_id'], export: 'keep', erase: 'delete', merge: 'repoint' },
  },
})
