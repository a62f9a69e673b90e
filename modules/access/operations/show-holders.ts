import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holdersAmong, peopleOf } from '../held.ts'
import { myOrganisation, readsRights, type Context } from '../policy.ts'
import { rightsOf } from '../rights.ts'
import { accessSettings } from '../settings.ts'
import { holders, operationName } from '../shapes.ts'

/** Who may do this here: the people of the organisation whose roles open it today, and whether a role is needed at all. */
export const showHolders = query({
  http: 'GET /organisations/:organisationId/rights/operations/:operation',
  input: z.object({ organisationId: z.uuid(), operation: operationName }),
  output: holders.extend({ organisationId: z.uuid(), organisation: z.string(), operation: z.string(), says: z.string() }),
  on: async (context: Context, { organisationId, operation }) => {
    const organisation = await myOrganisation(context, organisationId)
    const right = rightsOf(accessSettings().modules).find(({ name, place }) => name === operation && place === 'portal')
    return organisation && right && { ...organisation, right }
  },
  allow: readsRights,
  run: async (context: Context, { operation }, { id, name, right }) => ({
    organisationId: id, organisation: name, operation, says: right.allow.says, ...holdersAmong(right, await peopleOf(context, id)),
  }),
})
