import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { ofAnybody, openedBy } from '../../held.ts'
import { rightsOf, rolesNamed } from '../../rights.ts'
import { accessSettings } from '../../settings.ts'
import { right } from '../../shapes.ts'

/** Every role that some right names, on the platform or in any scope, with what it opens. */
export const listRights = query({
  http: 'GET /back-office/rights',
  input: z.object({}),
  output: z.object({
    roles: z.array(z.object({ scope: z.string(), role: z.string(), rights: z.array(right) })), everybody: z.array(right),
      operations: z.array(z.string()),
  }),
  allow: holds('administrator'),
  run: async () => {
    const { modules } = accessSettings()
    const rights = rightsOf(modules)
    return {
      roles: rolesNamed(rights).map(({ scope, role }) => ({ scope, role, rights: openedBy(modules, [{ scope, role }]) })),
      everybody: ofAnybody(modules), operations: rights.filter(({ kind }) => kind !== 'raw').map(({ name }) => name),
    }
  },
})
