import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { placeOf, type Context } from '../../policy.ts'
import { filterSql } from '../../scim/filter.ts'
import { groupResourceOf, groupRows } from '../../scim/rows.ts'
import { mayProvision, organisationId, page, resource } from './target.ts'

/** Groups of a directory that a filter of SCIM chooses (RFC 7644 §3.4.2), by page. */
export const listDirectoryGroups = query({
  http: 'GET /organisations/:organisationId/directory/groups',
  input: z.object({ organisationId, ...page, withMembers: z.boolean().default(true) }),
  output: z.object({ total: z.int(), resources: z.array(resource) }),
  confidential: true,
  on: placeOf,
  allow: mayProvision,
  run: async (context: Context, { organisationId, filter, withMembers, ...page }) => {
    const { rows, total } = await groupRows(context, organisationId, filterSql(filter, 'group'), page, withMembers)
    return { total, resources: rows.map(groupResourceOf) }
  },
})
