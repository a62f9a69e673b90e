import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import type { Context } from '../../policy.ts'
import { userOf } from '../../scim/rows.ts'
import { mayProvision, organisationId, resource, userIn } from './target.ts'

/** One user of a directory, as SCIM writes it. */
export const showDirectoryUser = query({
  http: 'GET /organisations/:organisationId/directory/users/:id',
  input: z.object({ organisationId, id: z.uuid() }),
  output: z.object({ resource, version: z.int() }),
  confidential: true,
  on: (context: Context, input) => userIn(context, input),
  allow: mayProvision,
  run: async (_: Context, __, { user }) => ({ resource: userOf(user), version: user.version }),
})
