import { acceptInvitation } from './operations/accept-invitation.ts'
import { acceptJoinRequest } from './operations/accept-join-request.ts'
import { addMembership } from './operations/add-membership.ts'
import { askToJoin } from './operations/ask-to-join.ts'
import { closeGroup } from './operations/close-group.ts'
import { createGroup } from './operations/create-group.ts'
import { editGroup } from './operations/edit-group.ts'
import { editOrganisation } from './operations/edit-organisation.ts'
import { endMembership } from './operations/end-membership.ts'
import { findOpenOrganisations } from './operations/find-open-organisations.ts'
import { inviteMember } from './operations/invite-member.ts'
import { leaveOrganisation } from './operations/leave-organisation.ts'
import { listGroups } from './operations/list-groups.ts'
import { listInvitations } from './operations/list-invitations.ts'
import { listJoinRequests } from './operations/list-join-requests.ts'
import { listMyOrganisations } from './operations/list-my-organisations.ts'
import { listPeople } from './operations/list-people.ts'
import { refuseJoinRequest } from './operations/refuse-join-request.ts'
import { reopenGroup } from './operations/reopen-group.ts'
import { resendInvitation } from './operations/resend-invitation.ts'
import { restoreMembership } from './operations/restore-membership.ts'
import { revokeInvitation } from './operations/revoke-invitation.ts'
import { setMembershipDates } from './operations/set-membership-dates.ts'
import { showInvitation } from './operations/show-invitation.ts'
import { showMember } from './operations/show-member.ts'
import { showOrganisation } from './operations/show-organisation.ts'
import { withdrawJoinRequest } from './operations/withdraw-join-request.ts'

export const operations = {
  listMyOrganisations, leaveOrganisation, findOpenOrganisations, askToJoin, withdrawJoinRequest, showOrganisation, editOrganisation,
  listPeople, showMember, addMembership, setMembershipDates, endMembership, restoreMembership, listGroups, createGroup, editGroup,
    closeGroup,
  reopenGroup, listInvitations, inviteMember, resendInvitation, revokeInvitation, showInvitation, acceptInvitation, listJoinRequests,
  acceptJoinRequest, refuseJoinRequest,
}
