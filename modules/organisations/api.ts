export { organisationByIdentifier, organisationCards, type Card } from './card.ts'
export { createGroupIn, findOrCreateGroup, type NewGroup } from './groups.ts'
export { isSiret, isUai } from './identifiers.ts'
export { addMember, removeMember, type NewMember } from './members.ts'
/** Rules on rows that have `organisation_id`, `group_id` (a null one is the whole organisation) and, for the first, `role`. */
export { inCharge, isInCharge, managesOrganisation, mayGrant, type OrganisationCard, type OrganisationGrant, type OrganisationHolding } from './policy.ts'
export { covers, fits, groupKinds, isRole, organisationKinds, roles, type GroupKind, type OrganisationKind, type Role } from './roles.ts'
