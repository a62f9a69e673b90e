import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { groupsOf, reachOf } from '../audience.ts'
import { announces, organisationFor, type Context } from '../policy.ts'
import { announcementsOf, listed } from '../said.ts'
import { audienceWithin, within } from './organisation-audience.ts'
import { publishInOrganisation } from './publish-in-organisation.ts'

/** What an organisation has told its people, and how many those chosen now are. */
export const listOrganisationAnnouncements = query({
  http: 'GET /organisations/:organisationId/announcements',
  input: z.object({ organisationId: z.uuid(), before: z.uuid().optional(), ...within }),
  output: z.object({
    organisation: z.object({ id: z.uuid(), name: z.string() }), announcements: z.array(listed), next: z.uuid().nullable(),
    groups: z.array(z.object({ id: z.uuid(), name: z.string() })), reach: z.object({ people: z.int(), role: z.string().nullable(),
      groupId: z.uuid().nullable() }),
  }),
  on: (context: Context, { organisationId }) => organisationFor(context, organisationId),
  allow: announces,
  can: { publishInOrganisation },
  run: async (context: Context, input, { organisation_id: id, name }) => {
    const audience = await audienceWithin(context, id, input)
    const groups = await groupsOf(context, id)
    return {
      organisation: { id, name }, ...await announcementsOf(context, id, input.before), groups,
      reach: { people: await reachOf(context, audience), role: audience.role, groupId: audience.groupId },
    }
  },
})
