import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { roles } from '#modules/organisations/api.ts'
import { ofAnybody, openedBy, openingsOfRole, peopleOf } from '../held.ts'
import { myOrganisation, readsRights, type Context } from '../policy.ts'
import { accessSettings } from '../settings.ts'
import { heldRole, right } from '../shapes.ts'

const MOST = 50

/** What each role of an organisation opens beyond what any person may, and its people, to ask of one of them. */
export const showRights = query({
  http: 'GET /organisations/:organisationId/rights',
  input: z.object({ organisationId: z.uuid(), words: z.string().trim().max(100).optional() }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(),
    roles: z.array(z.object({ role: z.string(), rights: z.array(right) })),
    everybody: z.array(right),
    people: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), roles: z.array(heldRole) })),
  }),
  on: (context: Context, { organisationId }) => myOrganisation(context, organisationId),
  allow: readsRights,
  run: async (context: Context, { words }, { id, name }) => {
    const { modules } = accessSettings()
    return {
      organisationId: id, name,
      roles: roles.map((role) => ({ role, rights: openedBy(modules, openingsOfRole(role)) })),
      everybody: ofAnybody(modules),
      people: await peopleOf(context, id, { words }, MOST),
    }
  },
})
