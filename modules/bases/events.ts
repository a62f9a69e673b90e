import { z } from 'zod'
import { fact } from '#kernel/fact/fact.ts'

const resource = { data: z.object({ resourceId: z.uuid() }), subject: ({ resourceId }: { resourceId: string }) => resourceId }
const base = { data: z.object({ baseId: z.uuid() }), subject: ({ baseId }: { baseId: string }) => baseId }
const member = {
  data: z.object({ baseId: z.uuid(), personId: z.uuid() }), subject: ({ baseId }: { baseId: string }) => baseId,
}

/** Readers have a new resource, or a new state of one: `again` tells which. */
export const resourcePublished = fact({
  name: 'bases.resource-published', data: z.object({ resourceId: z.uuid(), again: z.boolean() }), subject: ({ resourceId }) => resourceId,
})
/** Those who write a resource have a new publication of it, open to all or not; `sequence` is its event. */
export const publicationMade = fact({
  name: 'bases.publication-made', data: z.object({ resourceId: z.uuid(), sequence: z.int() }), subject: ({ resourceId }) => resourceId,
})
/** What was published became private. */
export const resourceUnpublished = fact({ name: 'bases.resource-unpublished', ...resource })
export const resourceDeleted = fact({ name: 'bases.resource-deleted', ...resource })
export const resourceRestored = fact({ name: 'bases.resource-restored', ...resource })
export const resourceSaved = fact({ name: 'bases.resource-saved', ...resource })

/** A link stands in a draft; `again`: its page is to be read anew. */
export const linkWritten = fact({
  name: 'bases.link-written', data: z.object({ resourceId: z.uuid(), contentId: z.uuid(), again: z.boolean() }), subject: ({ contentId }) => contentId,
})

export const baseCreated = fact({ name: 'bases.base-created', ...base })
/** `byId` is who deleted it: they are not told. */
export const baseDeleted = fact({
  name: 'bases.base-deleted', data: z.object({ baseId: z.uuid(), byId: z.uuid().optional() }), subject: ({ baseId }) => baseId,
})
export const baseRestored = fact({ name: 'bases.base-restored', ...base })
export const memberAdded = fact({ name: 'bases.member-added', ...member })
export const memberRoleChanged = fact({ name: 'bases.member-role-changed', ...member })
/** They left, or were removed. */
export const memberLeft = fact({
  name: 'bases.member-left', data: z.object({ baseId: z.uuid(), personId: z.uuid(), bySelf: z.boolean().default(true) }), subject: ({ baseId }) => baseId,
})


/** Somebody is asked to write in a base or on a resource; they answered. */
const invitation = { data: z.object({ invitationId: z.uuid() }), subject: ({ invitationId }: { invitationId: string }) => invitationId }
export const invitationSent = fact({ name: 'bases.invitation-sent', ...invitation })
export const invitationAnswered = fact({ name: 'bases.invitation-answered', ...invitation })

/** Somebody asks to be in a base; its administrators answered. */
const joining = {
  data: z.object({ baseId: z.uuid(), requestId: z.uuid() }), subject: ({ requestId }: { requestId: string }) => requestId,
}
export const joinRequested = fact({ name: 'bases.join-requested', ...joining })
export const joinDecided = fact({ name: 'bases.join-decided', ...joining })

/** A reader said what they think of a resource, or changed it; somebody answered below. */
export const opinionGiven = fact({
  name: 'bases.opinion-given', data: z.object({ opinionId: z.uuid() }), subject: ({ opinionId }) => opinionId,
})
export const opinionAnswered = fact({
  name: 'bases.opinion-answered', data: z.object({ answerId: z.uuid() }), subject: ({ answerId }) => answerId,
})

/** An archive of a base was sent, to be read; whoever sent it wants it brought in. */
const given = { data: z.object({ importId: z.uuid() }), subject: ({ importId }: { importId: string }) => `package-import:${importId}` }
export const packageGiven = fact({ name: 'bases.package-given', ...given })
export const packageConfirmed = fact({ name: 'bases.package-confirmed', ...given })

export const facts = [
  resourcePublished, publicationMade, resourceUnpublished, resourceDeleted, resourceRestored, resourceSaved, linkWritten,
  invitationSent, invitationAnswered, joinRequested, joinDecided,
  opinionGiven, opinionAnswered, packageGiven, packageConfirmed,
  baseCreated, baseDeleted, baseRestored, memberAdded, memberRoleChanged, memberLeft,
]
