import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { files } from '#modules/files/module.ts'
import { identity } from '#modules/identity/module.ts'
import { isInCharge } from '#modules/organisations/api.ts'
import { organisations } from '#modules/organisations/module.ts'
import { facts } from './events.ts'
import { admitProposed } from './jobs/admit-proposed.ts'
import { applyImport } from './jobs/apply-import.ts'
import { claimPlaces } from './jobs/claim-places.ts'
import { pruneLists } from './jobs/prune-lists.ts'
import { readImport } from './jobs/read-import.ts'
import { undoImport as undoImportJob } from './jobs/undo-import.ts'
import { abandonImport } from './operations/abandon-import.ts'
import { acceptProposal } from './operations/accept-proposal.ts'
import { confirmImport } from './operations/confirm-import.ts'
import { correctReading } from './operations/correct-reading.ts'
import { correctRow } from './operations/correct-row.ts'
import { allowDepartures } from './operations/directory/allow-departures.ts'
import { createDirectoryGroup } from './operations/directory/create-directory-group.ts'
import { createDirectoryUser } from './operations/directory/create-directory-user.ts'
import { listDirectoryGroups } from './operations/directory/list-directory-groups.ts'
import { listDirectoryUsers } from './operations/directory/list-directory-users.ts'
import { removeDirectoryGroup } from './operations/directory/remove-directory-group.ts'
import { removeDirectoryUser } from './operations/directory/remove-directory-user.ts'
import { replaceDirectoryGroup } from './operations/directory/replace-directory-group.ts'
import { replaceDirectoryUser } from './operations/directory/replace-directory-user.ts'
import { showDirectoryGroup } from './operations/directory/show-directory-group.ts'
import { showDirectoryUser } from './operations/directory/show-directory-user.ts'
import { listImportPlaces } from './operations/list-import-places.ts'
import { listImports } from './operations/list-imports.ts'
import { listMyProposals } from './operations/list-my-proposals.ts'
import { readReport } from './operations/read-report.ts'
import { refuseProposal } from './operations/refuse-proposal.ts'
import { showImport } from './operations/show-import.ts'
import { showRow } from './operations/show-row.ts'
import { startImport } from './operations/start-import.ts'
import { undoImport } from './operations/undo-import.ts'
import { report, sendList } from './raw.ts'
import { startAdmission, startApplying, startClaim, startReading, startUndoing } from './reactions.ts'
import { scimRoutes } from './scim/routes.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

/** People in number: lists given by file, directories that push (SCIM 2.0). */
export const provisioning = module({
  name: 'provisioning',
  folder: 'modules/provisioning',
  needs: [audit, files, identity, organisations],
  operations: {
    listImportPlaces, listImports, startImport, showImport, showRow, correctReading, confirmImport, correctRow, abandonImport, undoImport, readReport,
    listMyProposals, acceptProposal, refuseProposal, allowDepartures,
    listDirectoryUsers, showDirectoryUser, createDirectoryUser, replaceDirectoryUser, removeDirectoryUser,
    listDirectoryGroups, showDirectoryGroup, createDirectoryGroup, replaceDirectoryGroup, removeDirectoryGroup,
  },
  raw: [report, sendList, ...scimRoutes],
  facts,
  reactions: [startReading, startApplying, startUndoing, startClaim, startAdmission],
  jobs: [readImport, applyImport, undoImportJob, claimPlaces, admitProposed, pruneLists],
  menu: [{ group: 'gerer', label: fr.menu, href: urls.places(), for: isInCharge }],
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    'provisioning.subject': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    // These follow their subject, and go with it.
    'provisioning.identifier': 'none',
    'provisioning.place': 'none',
    'provisioning.import': { person: ['started_by'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    // Rows of a file describe people without pointing at them; they go after ninety days.
    'provisioning.row': 'none',
    'provisioning.departure': 'none',
    'provisioning.proposal': { person: ['person_id'], export: 'rows', erase: 'delete', merge: 'repoint' },
    'provisioning.directory': { person: ['allowed_by'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'provisioning.scim_user': 'none',
    'provisioning.scim_group': 'none',
    'provisioning.scim_member': 'none',
  },
})
