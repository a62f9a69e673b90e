import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { files } from '#modules/files/module.ts'
import { mail } from '#modules/mail/module.ts'
import { secrets } from '#modules/secrets/module.ts'
import { settings } from '#modules/settings/module.ts'
import { identityLinked, identityUnlinked, passkeyAdded, passkeyRemoved, personJoined, profileUpdated, signInRequested } from './events.ts'
import { pruneSignIns, sendSignInLink } from './jobs.ts'
import { completeProfile } from './operations/complete-profile.ts'
import { endSession } from './operations/end-session.ts'
import { joinApart } from './operations/join-apart.ts'
import { linkIdentity } from './operations/link-identity.ts'
import { listMyIdentities } from './operations/list-my-identities.ts'
import { listMySessions } from './operations/list-my-sessions.ts'
import { openAddressProof } from './operations/open-address-proof.ts'
import { openSignInLink } from './operations/open-sign-in-link.ts'
import { proveAddress } from './operations/prove-address.ts'
import { registerPasskey } from './operations/register-passkey.ts'
import { removePasskey } from './operations/remove-passkey.ts'
import { renamePasskey } from './operations/rename-passkey.ts'
import { requestAddressProof } from './operations/request-address-proof.ts'
import { requestSignInLink } from './operations/request-sign-in-link.ts'
import { setPortrait } from './operations/set-portrait.ts'
import { showMe } from './operations/show-me.ts'
import { showProposal } from './operations/show-proposal.ts'
import { showSignIn } from './operations/show-sign-in.ts'
import { signInByLink } from './operations/sign-in-by-link.ts'
import { signInByPasskey } from './operations/sign-in-by-passkey.ts'
import { signInByProvider } from './operations/sign-in-by-provider.ts'
import { signOutEverywhere } from './operations/sign-out-everywhere.ts'
import { signOut } from './operations/sign-out.ts'
import { unlinkIdentity } from './operations/unlink-identity.ts'
import { updateProfile } from './operations/update-profile.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { mailAddedPasskey, mailLinkedIdentity, pruneProviders, sendNewWay } from './providers/jobs.ts'
import { people } from './people.ts'
import { openProofLink } from './proof/open-proof-link.ts'
import { proveByLink } from './proof/prove-by-link.ts'
import { proveByPasskey } from './proof/prove-by-passkey.ts'
import { proveByProvider } from './proof/prove-by-provider.ts'
import { requestProofLink } from './proof/request-proof-link.ts'
import { proofRoutes } from './proof/routes.ts'
import { showProof } from './proof/show-proof.ts'
import { hidePortrait } from './portrait.ts'
import { providerRoutes } from './providers/routes.ts'
import { signOutRoutes } from './providers/sign-out-routes.ts'
import { rawRoutes } from './raw.ts'
import { mailSignInLink } from './reactions.ts'
import { sessionRoutes } from './session-routes.ts'
import { fr } from './web/fr.ts'
import { fr as proof } from './web/proof-fr.ts'
import { fr as ways } from './web/ways-fr.ts'

export const identity = module({
  name: 'identity',
  folder: 'modules/identity',
  needs: [audit, settings, mail, files, secrets],
  operations: {
    ...people.operations,
    showSignIn, requestSignInLink, openSignInLink, signInByLink, showMe, completeProfile, setPortrait, updateProfile, listMySessions,
    endSession, signOut, signOutEverywhere, signInByProvider, joinApart, showProposal, linkIdentity, unlinkIdentity, listMyIdentities,
    requestAddressProof, openAddressProof, proveAddress, registerPasskey, renamePasskey, removePasskey, signInByPasskey,
    showProof, requestProofLink, openProofLink, proveByLink, proveByPasskey, proveByProvider,
  },
  backOffice: people.backOffice,
  raw: [...people.raw, ...rawRoutes, ...sessionRoutes, ...providerRoutes, ...signOutRoutes, ...passkeyRoutes, ...proofRoutes],
  facts: [...people.facts, signInRequested, personJoined, profileUpdated, identityLinked, identityUnlinked, passkeyAdded, passkeyRemoved],
  reactions: [...people.reactions, mailSignInLink, mailLinkedIdentity, mailAddedPasskey],
  jobs: [...people.jobs, sendSignInLink, pruneSignIns, sendNewWay, pruneProviders],
  grants: 'identity.grant',
  departure: { foresee: async () => [], settle: hidePortrait },
  refusals: { ...people.refusals, ...fr.refusals, ...ways.refusals, ...proof.refusals },
  done: { ...people.done, ...fr.done, ...ways.done, ...proof.done },
  privacy: {
    ...people.privacy,
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
    'identity.session': { person: ['person_id', 'by_person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'identity.passkey': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // For half an hour at most: a browser that is away, a device that is asked, an identity that is nobody's yet.
    'identity.authorization_request': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'identity.passkey_challenge': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'identity.proposal': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    // Addresses that an administration announced, of people who may not be here.
    'identity.email_reconciliation': 'none',
    // For a day at most; it names a person only when they prove an address that they claim.
    'identity.sign_in_link': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'identity.sign_in_token': 'none',
    'identity.sign_in_limit': 'none',
  },
})
