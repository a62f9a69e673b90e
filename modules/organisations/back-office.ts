import { closeOrganisationGroup } from './operations/back-office/close-organisation-group.ts'
import { closeOrganisation } from './operations/back-office/close-organisation.ts'
import { createOrganisationGroup } from './operations/back-office/create-organisation-group.ts'
import { createOrganisation } from './operations/back-office/create-organisation.ts'
import { editOrganisationGroup } from './operations/back-office/edit-organisation-group.ts'
import { findOrganisations } from './operations/back-office/find-organisations.ts'
import { inviteAdministrator } from './operations/back-office/invite-administrator.ts'
import { reopenOrganisationGroup } from './operations/back-office/reopen-organisation-group.ts'
import { reopenOrganisation } from './operations/back-office/reopen-organisation.ts'
import { revokeAdministratorInvitation } from './operations/back-office/revoke-administrator-invitation.ts'
import { showOrganisationSheet } from './operations/back-office/show-organisation-sheet.ts'
import { updateOrganisation } from './operations/back-office/update-organisation.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'

/** What administrators of the platform do with organisations and their groups. */
export const backOffice = {
  operations: {
    findOrganisations, showOrganisationSheet, createOrganisation, updateOrganisation, closeOrganisation, reopenOrganisation,
      inviteAdministrator,
    revokeAdministratorInvitation, createOrganisationGroup, editOrganisationGroup, closeOrganisationGroup, reopenOrganisationGroup,
  },
  menu: [{ group: 'organisations', label: fr.menu, href: urls.list(), signedIn: true }],
}
