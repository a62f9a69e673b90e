import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { files } from '#modules/files/module.ts'
import { identity } from '#modules/identity/module.ts'
import { live } from '#modules/live/module.ts'
import { mail } from '#modules/mail/module.ts'
import { moderation } from '#modules/moderation/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { outside } from '#modules/outside/module.ts'
import { search } from '#modules/search/module.ts'
import { finishDeletions } from './publishing/deletion-job.ts'
import { departure } from './departure.ts'
import { facts } from './events.ts'
import { packageJobs, packageReactions } from './exchange/imports/reactions.ts'
import { exchangeRoutes } from './exchange/raw.ts'
import { countSharedAgain, indexChangedProfile, indexNewProfile, indexProfilesAgain } from './finding.ts'
import { harvestRoutes } from './harvest/raw.ts'
import { mailInvitation, pruneInvitations, sendInvitation } from './joining/invitation-mail.ts'
import { forgetViews } from './jobs.ts'
import { sendLetter, sendLetters } from './letter/mail.ts'
import { stopLetterByMail } from './letter/raw.ts'
import { tellings } from './joining/notices.ts'
import { opinionTellings } from './opinions/notices.ts'
import { operations } from './operations.ts'
import { followDecisionOnOpinion } from './opinions/moderation.ts'
import { fetchPreview, forgetPreviews, readLink } from './previews/fetch-preview.ts'
import { listSiteFeedback } from './operations/back-office/list-site-feedback.ts'
import { opening } from './statistics/openings.ts'
import { view } from './statistics/views.ts'
import { followDecision } from './moderation/reported.ts'
import { tellSavedSearches } from './searching/alerts.ts'
import { statisticsRoutes } from './statistics/raw.ts'
import { writingTellings } from './publishing/notices.ts'
import { sayWriting } from './writing/raw.ts'
import { fr } from './web/fr.ts'
import { urls as administration } from './web/back-office/routes.ts'
import { fr as siteFeedback } from './web/site-feedback.fr.ts'
import { fr as welcome } from './web/welcome.fr.ts'
import { urls } from './web/routes.ts'
import { fr as savedSearches } from './web/saved-search.fr.ts'

export const bases = module({
  name: 'bases',
  folder: 'modules/bases',
  needs: [audit, identity, mail, files, search, live, moderation, notifications, outside],
  operations,
  backOffice: {
    operations: { listSiteFeedback },
    menu: [{ group: 'service', label: siteFeedback.backOffice.menu, href: administration.siteFeedback(), signedIn: true }],
  },
  raw: [view, opening, sayWriting, stopLetterByMail, ...harvestRoutes, ...exchangeRoutes, ...statisticsRoutes],
  facts,
  reactions: [...tellings, ...writingTellings, ...opinionTellings, ...packageReactions, followDecisionOnOpinion, mailInvitation, followDecision,
    indexChangedProfile, indexNewProfile, readLink],
  jobs: [finishDeletions, sendLetter, sendLetters, sendInvitation, pruneInvitations, forgetViews, countSharedAgain, indexProfilesAgain,
    fetchPreview, forgetPreviews, tellSavedSearches, ...packageJobs],
  grants: 'bases.grant',
  departure,
  menu: [
    { group: 'partager', label: fr.menu.resources, href: urls.resources() },
    { group: 'partager', label: fr.menu.bases, href: urls.bases() },
    { group: 'partager', label: fr.menu.feed, href: urls.myFeed(), signedIn: true },
    { group: 'partager', label: fr.menu.mine, href: urls.myResources(), signedIn: true },
    { group: 'partager', label: fr.menu.myBases, href: urls.myBases(), signedIn: true },
    { group: 'partager', label: savedSearches.menu, href: urls.mySearches(), signedIn: true },
    { group: 'partager', label: welcome.preferences.menu, href: urls.preferences(), signedIn: true },
    { group: 'partager', label: fr.menu.collections, href: urls.myCollections(), signedIn: true },
  ],
  refusals: fr.refusals,
  done: fr.done,
  // What was shared with all survives its author, without their name; what was for oneself goes with the person.
  privacy: {
    'bases.base': { person: ['created_by'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'bases.base_member': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.resource': { person: ['created_by'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'bases.resource_contributor': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // The words of resources: their author is said by the resource and by its events.
    'bases.content': 'none',
    'bases.draft': 'none',
    'bases.resource_event': { person: ['by_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'bases.slug': 'none',
    // Base's collections have no person. A person's go, public ones too: a selection is not the content.
    'bases.collection': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // Go with their collection.
    'bases.collection_resource': 'none',
    'bases.saved': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.saved_collection': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.followed_base': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.followed_person': { person: ['person_id', 'followed_id'], export: 'rows', erase: 'delete', merge: 'drop' },
    // What was said to all stays, without the name.
    'bases.opinion': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    'bases.answer': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    // An invitation is between two people: it goes when either leaves, answered or not.
    'bases.invitation': { person: ['person_id', 'invited_by'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.invitation_token': 'none',
    'bases.join_request': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.preference': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.letter': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'bases.profile': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // What was said of the service serves it still, without the name.
    'bases.site_feedback': { person: ['person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint' },
    // What pages of others say of themselves.
    'bases.link_preview': 'none',
    // A hash of a cookie of two hours, which names nobody.
    'bases.view': 'none',
    'bases.daily_view': 'none',
    // The same of links and files.
    'bases.opening': 'none',
    'bases.opened_part': 'none',
    'bases.daily_opening': 'none',
    // Which resource a catalogue was told of, and when.
    'bases.harvest_record': 'none',
    // What a base or a resource was called where it came from.
    'bases.imported_name': 'none',
    'bases.package_import': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // Who has a draft open, for less than a minute.
    'bases.writing': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'bases.saved_search': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
  },
})
