import { addBaseMember } from './operations/add-base-member.ts'
import { addContent } from './operations/add-content.ts'
import { addContributor } from './operations/add-contributor.ts'
import { changeMemberRole } from './operations/change-member-role.ts'
import { createBase } from './operations/create-base.ts'
import { createCollection } from './operations/create-collection.ts'
import { createResource } from './operations/create-resource.ts'
import { deleteBase } from './operations/delete-base.ts'
import { deleteCollection } from './operations/delete-collection.ts'
import { deleteResource } from './operations/delete-resource.ts'
import { editCollection } from './operations/edit-collection.ts'
import { editContent } from './operations/edit-content.ts'
import { editResourceTitle } from './operations/edit-resource-title.ts'
import { findBases } from './operations/find-bases.ts'
import { findPeople } from './operations/find-people.ts'
import { findResources } from './operations/find-resources.ts'
import { leaveBase } from './operations/leave-base.ts'
import { listMyBases } from './operations/list-my-bases.ts'
import { listMyCollections } from './operations/list-my-collections.ts'
import { listMyResources } from './operations/list-my-resources.ts'
import { moveContent } from './operations/move-content.ts'
import { moveInCollection } from './operations/move-in-collection.ts'
import { moveResource } from './operations/move-resource.ts'
import { publishResource } from './operations/publish-resource.ts'
import { removeBaseMember } from './operations/remove-base-member.ts'
import { removeContent } from './operations/remove-content.ts'
import { removeContributor } from './operations/remove-contributor.ts'
import { removeFromCollection } from './operations/remove-from-collection.ts'
import { restoreResource } from './operations/restore-resource.ts'
import { saveCollection } from './operations/save-collection.ts'
import { saveResource } from './operations/save-resource.ts'
import { setResourceImage } from './operations/set-resource-image.ts'
import { setResourceIndexation } from './operations/set-resource-indexation.ts'
import { setResourceLicence } from './operations/set-resource-licence.ts'
import { setResourceVisibility } from './operations/set-resource-visibility.ts'
import { showBase } from './operations/show-base.ts'
import { showCollection } from './operations/show-collection.ts'
import { showDraft } from './operations/show-draft.ts'
import { showResource } from './operations/show-resource.ts'
import { suggestTitles } from './operations/suggest-titles.ts'
import { unsaveCollection } from './operations/unsave-collection.ts'
import { unsaveResource } from './operations/unsave-resource.ts'
import { updateBase } from './operations/update-base.ts'

/** All that the commons can do. */
export const operations = {
  addBaseMember, addContent, addContributor, changeMemberRole, createBase, createCollection, createResource, deleteBase,
  deleteCollection, deleteResource, editCollection, editContent, editResourceTitle, findBases, findPeople, findResources, leaveBase,
  listMyBases, listMyCollections, listMyResources, moveContent, moveInCollection, moveResource, publishResource,
  removeBaseMember, removeContent, removeContributor, removeFromCollection, restoreResource, saveCollection, saveResource,
  setResourceImage, setResourceIndexation, setResourceLicence, setResourceVisibility, showBase, showCollection, showDraft,
  showResource, suggestTitles, unsaveCollection, unsaveResource, updateBase,
}
