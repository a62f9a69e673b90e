import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { announces, organisationFor, type Context } from '../policy.ts'
import { publish, published, writing } from '../publishing.ts'
import { audienceWithin, within } from './organisation-audience.ts'

/** Tells the people of an organisation, or some of them, something; now or at a time. */
export const publishInOrganisation = command({
  http: 'POST /organisations/:organisationId/announcements',
  input: z.object({ organisationId: z.uuid(), ...within, ...writing }),
  output: published,
  on: (context: Context, { organisationId }) => organisationFor(context, organisationId),
  allow: announces,
  run: async (context: Context, input, { organisation_id: id }) => publish(context, input, await audienceWithin(context, id, input), id),
})
