import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { placeOf, type Context } from '../../policy.ts'
import { filterSql } from '../../scim/filter.ts'
import { userOf, userRows } from '../../scim/rows.ts'
import { mayProvision, organisationId, page, resource } from './target.ts'

/** Users of a directory that a filter of SCIM chooses (RFC 7644 §3.4.2), by page. */
export const listDirectoryUsers = query({
  http: 'GET /organisations/:organisationId/directory/users',
  input: z.object({ organisationId, ...page }),
  output: z.object({ total: z.int(), resources: z.array(resource) }),
  confidential: true,
  on: placeOf,
  allow: mayProvision,
  run: async (context: Context, { organisationId, filter, ...page }) => {
    const { rows, total } = await userRows(context, organisationId, filterSql(filter, 'user'), page)
    return { total, resources: rows.map(userOf) }
  },
})
