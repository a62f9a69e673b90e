import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import type { Context } from '../../policy.ts'
import { groupResourceOf } from '../../scim/rows.ts'
import { groupIn, mayProvision, organisationId, resource } from './target.ts'

/** One group of a directory, as SCIM writes it. */
export const showDirectoryGroup = query({
  http: 'GET /organisations/:organisationId/directory/groups/:id',
  input: z.object({ organisationId, id: z.uuid() }),
  output: z.object({ resource, version: z.int() }),
  confidential: true,
  on: (context: Context, input) => groupIn(context, input),
  allow: mayProvision,
  run: async (_: Context, __, { group }) => ({ resource: groupResourceOf(group), version: group.version }),
})
