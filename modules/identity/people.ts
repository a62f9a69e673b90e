import * as events from './events.ts'
import { acceptImpersonation } from './impersonation/accept-impersonation.ts'
import { askImpersonation } from './impersonation/back-office/ask-impersonation.ts'
import { openImpersonation } from './impersonation/back-office/open-impersonation.ts'
import { endImpersonation } from './impersonation/end-impersonation.ts'
import { listMyImpersonations } from './impersonation/list-my-impersonations.ts'
import { refuseImpersonation } from './impersonation/refuse-impersonation.ts'
import { actingRoutes } from './impersonation/routes.ts'
import { showConsent } from './impersonation/show-consent.ts'
import { startActing } from './impersonation/start-acting.ts'
import { anonymisePerson } from './operations/back-office/anonymise-person.ts'
import { confirmMerge } from './operations/back-office/confirm-merge.ts'
import { findPeople } from './operations/back-office/find-people.ts'
import { grantPlatformRole } from './operations/back-office/grant-platform-role.ts'
import { prepareMerge } from './operations/back-office/prepare-merge.ts'
import { registerPerson } from './operations/back-office/register-person.ts'
import { restorePerson } from './operations/back-office/restore-person.ts'
import { showMerge } from './operations/back-office/show-merge.ts'
import { showPerson } from './operations/back-office/show-person.ts'
import { suspendPerson } from './operations/back-office/suspend-person.ts'
import { withdrawPlatformRole } from './operations/back-office/withdraw-platform-role.ts'
import { mailImpersonationRequest, mailInvitation, sendImpersonationRequest, sendInvitation } from './people-jobs.ts'
import { importReconciliations } from './reconciliation/back-office/import-reconciliations.ts'
import { showReconciliations } from './reconciliation/back-office/show-reconciliations.ts'
import { listAnnouncedAddresses } from './reconciliation/list-announced-addresses.ts'
import { proveAnnouncedAddress } from './reconciliation/prove-announced-address.ts'
import { fr as acting } from './web/acting-fr.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'
import { fr as announced } from './web/reconciliation.fr.ts'

/** What administrators do with people, and acting in somebody's place: the parts that the module mounts. */
export const people = {
  backOffice: {
    operations: {
      findPeople, showPerson, registerPerson, suspendPerson, restorePerson, anonymisePerson, grantPlatformRole, withdrawPlatformRole,
      prepareMerge, showMerge, confirmMerge, askImpersonation, openImpersonation, importReconciliations, showReconciliations,
    },
    menu: [
      { group: 'personnes', label: fr.menu, href: urls.people() },
      { group: 'personnes', label: announced.menu, href: urls.reconciliations() },
    ],
  },
  operations: { listMyImpersonations, acceptImpersonation, refuseImpersonation, endImpersonation, showConsent, startActing,
    listAnnouncedAddresses, proveAnnouncedAddress },
  raw: actingRoutes,
  facts: [
    events.sessionsEnded, events.personSuspended, events.personRestored, events.platformRoleChanged, events.personInvited, events.erasureOrdered, events.mergeAsked,
    events.mergeConfirmed, events.impersonationAsked, events.impersonationAnswered, events.impersonationEnded,
  ],
  reactions: [mailInvitation, mailImpersonationRequest],
  jobs: [sendInvitation, sendImpersonationRequest],
  refusals: { ...fr.refusals, ...acting.refusals, ...announced.refusals },
  done: { ...fr.done, ...acting.done, ...announced.done },
  privacy: {
    'identity.suspension': {
      person: ['person_id', 'by_person_id', 'lifted_by_person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint',
      clear: { reason: '', lift_reason: null },
    },
    // Proves that an erasure was ordered and carried out: an identifier, and nothing that names anybody.
    'identity.erasure': { person: ['person_id', 'by_person_id'], export: 'rows', erase: 'keep', merge: 'keep' },
    'identity.merge': { person: ['kept_id', 'absorbed_id', 'by_person_id'], export: 'rows', erase: 'keep', merge: 'keep' },
    'identity.impersonation': {
      person: ['person_id', 'by_person_id'], export: 'rows', erase: 'anonymise', merge: 'repoint', clear: { reason: '' },
    },
  },
} as const
