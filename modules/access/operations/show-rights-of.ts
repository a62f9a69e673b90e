import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { ofAnybody, openedBy, peopleOf } from '../held.ts'
import { myOrganisation, readsRights, type Context } from '../policy.ts'
import { accessSettings } from '../settings.ts'
import { heldRole, right } from '../shapes.ts'

/** What may this person do here: what each of their roles in the organisation opens today. What they are elsewhere is not said. */
export const showRightsOf = query({
  http: 'GET /organisations/:organisationId/rights/people/:personId',
  input: z.object({ organisationId: z.uuid(), personId: z.uuid() }),
  output: z.object({
    organisationId: z.uuid(), organisation: z.string(), personId: z.uuid(), name: z.string().nullable(), roles: z.array(heldRole),
    rights: z.array(right), everybody: z.array(right),
  }),
  on: async (context: Context, { organisationId, personId }) => {
    const organisation = await myOrganisation(context, organisationId)
    const [person] = organisation ? await peopleOf(context, organisationId, { personId }) : []
    return organisation && person && { ...organisation, person }
  },
  allow: readsRights,
  run: async (_: Context, __, { id, name, person }) => {
    const { modules } = accessSettings()
    return {
      organisationId: id, organisation: name, personId: person.id, name: person.name, roles: person.roles,
      rights: openedBy(modules, person.grants), everybody: ofAnybody(modules),
    }
  },
})
