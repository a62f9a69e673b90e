import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { mail } from '#modules/mail/module.ts'
import { staffLinkRequested } from './events.ts'
import { pruneStaff, sendStaffLink } from './jobs.ts'
import { askPasskey } from './operations/back-office/ask-passkey.ts'
import { askPasskeyEnrolment } from './operations/back-office/ask-passkey-enrolment.ts'
import { endStaffSession } from './operations/back-office/end-staff-session.ts'
import { enrolPasskey } from './operations/back-office/enrol-passkey.ts'
import { enrolTotp } from './operations/back-office/enrol-totp.ts'
import { keepRecoveryCodes } from './operations/back-office/keep-recovery-codes.ts'
import { listStaffSessions } from './operations/back-office/list-staff-sessions.ts'
import { offerRecoveryCodes } from './operations/back-office/offer-recovery-codes.ts'
import { offerTotp } from './operations/back-office/offer-totp.ts'
import { openStaffLink } from './operations/back-office/open-staff-link.ts'
import { proveByCode } from './operations/back-office/prove-by-code.ts'
import { proveByPasskey } from './operations/back-office/prove-by-passkey.ts'
import { proveByRecoveryCode } from './operations/back-office/prove-by-recovery-code.ts'
import { removeFactor } from './operations/back-office/remove-factor.ts'
import { requestStaffLink } from './operations/back-office/request-staff-link.ts'
import { showSecondFactor } from './operations/back-office/show-second-factor.ts'
import { showSecurity } from './operations/back-office/show-security.ts'
import { showStaffSignIn } from './operations/back-office/show-staff-sign-in.ts'
import { signInByProConnect } from './operations/back-office/sign-in-by-proconnect.ts'
import { signInByStaffLink } from './operations/back-office/sign-in-by-staff-link.ts'
import { signOutStaff } from './operations/back-office/sign-out-staff.ts'
import { rawRoutes } from './raw.ts'
import { mailStaffLink } from './reactions.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'

export const staff = module({
  name: 'staff',
  folder: 'modules/staff',
  needs: [audit, identity, mail],
  backOffice: {
    operations: {
      showStaffSignIn, requestStaffLink, openStaffLink, signInByStaffLink, signInByProConnect, signOutStaff, showSecondFactor, proveByCode, proveByRecoveryCode, askPasskey,
      proveByPasskey, offerTotp, enrolTotp, askPasskeyEnrolment, enrolPasskey, offerRecoveryCodes, keepRecoveryCodes, showSecurity, removeFactor,
      listStaffSessions, endStaffSession,
    },
    raw: rawRoutes,
    menu: [{ group: 'account', label: fr.menu.security, href: urls.security() }],
  },
  facts: [staffLinkRequested],
  reactions: [mailStaffLink],
  jobs: [sendStaffLink, pruneStaff],
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    'staff.session': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'staff.factor': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'staff.recovery_code': { person: ['person_id'], export: 'keep', erase: 'delete', merge: 'drop' },
    'staff.attempt': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'staff.challenge': 'none',
    // An address that is nobody's yet, for a day at most.
    'staff.sign_in_link': 'none',
    'staff.sign_in_token': 'none',
    'staff.sign_in_limit': 'none',
  },
})
