import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

/** What happens in one organisation is told in order. */
const subject = ({ organisationId }: { organisationId: string }) => `organisation:${organisationId}`

const organisation = { data: z.object({ organisationId: z.uuid() }), subject }
const group = { data: z.object({ organisationId: z.uuid(), groupId: z.uuid() }), subject }
const membership = { data: z.object({ organisationId: z.uuid(), membershipId: z.uuid(), personId: z.uuid() }), subject }
const invitation = { data: z.object({ organisationId: z.uuid(), invitationId: z.uuid() }), subject }
const request = { data: z.object({ organisationId: z.uuid(), requestId: z.uuid() }), subject }

export const organisationCreated = fact({ name: 'organisations.organisation-created', ...organisation })
/** Its name, or whether one may ask to join. */
export const organisationChanged = fact({ name: 'organisations.organisation-changed', ...organisation })
export const organisationClosed = fact({ name: 'organisations.organisation-closed', ...organisation })
export const organisationReopened = fact({ name: 'organisations.organisation-reopened', ...organisation })

export const groupCreated = fact({ name: 'organisations.group-created', ...group })
export const groupChanged = fact({ name: 'organisations.group-changed', ...group })
export const groupClosed = fact({ name: 'organisations.group-closed', ...group })
export const groupReopened = fact({ name: 'organisations.group-reopened', ...group })

export const memberAdded = fact({ name: 'organisations.member-added', ...membership })
/** Its dates changed, or it came back after its end. */
export const memberChanged = fact({ name: 'organisations.member-changed', ...membership })
/** Removed by somebody, or left by themselves. A membership whose last day is over ends without a word. */
export const memberEnded = fact({ name: 'organisations.member-ended', ...membership })

/** A mail must leave: for a new invitation, or one sent again. */
export const invitationAsked = fact({ name: 'organisations.invitation-asked', ...invitation })
export const invitationAccepted = fact({ name: 'organisations.invitation-accepted', ...invitation })
export const invitationRevoked = fact({ name: 'organisations.invitation-revoked', ...invitation })

export const joinRequested = fact({ name: 'organisations.join-requested', ...request })
/** Accepted or refused. */
export const joinDecided = fact({ name: 'organisations.join-decided', ...request })

export const facts = [
  organisationCreated, organisationChanged, organisationClosed, organisationReopened,
  groupCreated, groupChanged, groupClosed, groupReopened, memberAdded, memberChanged, memberEnded,
  invitationAsked, invitationAccepted, invitationRevoked, joinRequested, joinDecided,
]
