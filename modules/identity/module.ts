import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { mail } from '#modules/mail/module.ts'
import { personJoined, profileUpdated, signInRequested } from './events.ts'
import { pruneSignIns, sendSignInLink } from './jobs.ts'
import { completeProfile } from './operations/complete-profile.ts'
import { endSession } from './operations/end-session.ts'
import { listMySessions } from './operations/list-my-sessions.ts'
import { openSignInLink } from './operations/open-sign-in-link.ts'
import { requestSignInLink } from './operations/request-sign-in-link.ts'
import { showMe } from './operations/show-me.ts'
import { showSignIn } from './operations/show-sign-in.ts'
import { signInByLink } from './operations/sign-in-by-link.ts'
import { signOutEverywhere } from './operations/sign-out-everywhere.ts'
import { signOut } from './operations/sign-out.ts'
import { updateProfile } from './operations/update-profile.ts'
import { rawRoutes } from './raw.ts'
import { mailSignInLink } from './reactions.ts'
import { fr } from './web/fr.ts'

export const identity = module({
  name: 'identity',
  folder: 'modules/identity',
  needs: [audit, mail],
  operations: {
    showSignIn, requestSignInLink, openSignInLink, signInByLink, showMe, completeProfile, updateProfile, listMySessions,
    endSession, signOut, signOutEverywhere,
  },
  raw: rawRoutes,
  facts: [signInRequested, personJoined, profileUpdated],
  reactions: [mailSignInLink],
  jobs: [sendSignInLink, pruneSignIns],
  grants: 'identity.grant',
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    // Whose row it is stays, emptied: a tombstone, so that what they shared keeps its thread.
    'identity.person': {
      person: ['id'], export: 'rows', erase: 'anonymise', merge: 'keep',
      clear: {
        first_name: null, last_name: null, title: null, location: null, department: null, about: null, portrait_file_id: null,
        is_public: 'false', time_zone: 'Europe/Paris', erased_at: 'now',
      },
    },
    'identity.account': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'drop' },
    'identity.address': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'identity.external_identifier': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'identity.platform_role': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'drop' },
    'identity.session': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    // An address that is nobody's yet, for a day at most.
    'identity.sign_in_link': 'none',
    'identity.sign_in_token': 'none',
    'identity.sign_in_limit': 'none',
  },
})
