import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { files } from '#modules/files/module.ts'
import { identity } from '#modules/identity/module.ts'
import { moderation } from '#modules/moderation/module.ts'
import { search } from '#modules/search/module.ts'
import { departure } from './departure.ts'
import { facts } from './events.ts'
import { harvestRoutes } from './harvest/raw.ts'
import { forgetViews } from './jobs.ts'
import { operations } from './operations.ts'
import { rawRoutes } from './raw.ts'
import { hideReported } from './reported.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

export const bases = module({
  name: 'bases',
  folder: 'modules/bases',
  needs: [audit, identity, files, search, moderation],
  operations,
  raw: [...rawRoutes, ...harvestRoutes],
  facts,
  reactions: [hideReported],
  jobs: [forgetViews],
  grants: 'bases.grant',
  departure,
  menu: [
    { group: 'partager', label: fr.menu.resources, href: urls.resources() },
    { group: 'partager', label: fr.menu.bases, href: urls.bases() },
    { group: 'partager', label: fr.menu.feed, href: urls.myFeed(), signedIn: true },
    { group: 'partager', label: fr.menu.mine, href: urls.myResources(), signedIn: true },
    { group: 'partager', label: fr.menu.myBases, href: urls.myBases(), signedIn: true },
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
    // A hash of a cookie of two hours, which names nobody.
    'bases.view': 'none',
  },
})
