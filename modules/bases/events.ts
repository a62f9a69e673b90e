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
/** What was published became private. */
export const resourceUnpublished = fact({ name: 'bases.resource-unpublished', ...resource })
export const resourceDeleted = fact({ name: 'bases.resource-deleted', ...resource })
export const resourceRestored = fact({ name: 'bases.resource-restored', ...resource })
export const resourceSaved = fact({ name: 'bases.resource-saved', ...resource })

export const baseCreated = fact({ name: 'bases.base-created', ...base })
export const baseDeleted = fact({ name: 'bases.base-deleted', ...base })
export const memberAdded = fact({ name: 'bases.member-added', ...member })
export const memberRoleChanged = fact({ name: 'bases.member-role-changed', ...member })
export const memberLeft = fact({ name: 'bases.member-left', ...member })

export const facts = [
  resourcePublished, resourceUnpublished, resourceDeleted, resourceRestored, resourceSaved,
  baseCreated, baseDeleted, memberAdded, memberRoleChanged, memberLeft,
]
