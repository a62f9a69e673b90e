import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { allOf, signedIn } from '#kernel/operation/rule.ts'
import { placeOf, type Context } from '../../policy.ts'
import { mayProvision, organisationId } from './target.ts'

/** A person, never the directory's own program, lets it make more than a tenth of its users leave, for a day. */
export const allowDepartures = command({
  http: 'POST /organisations/:organisationId/directory/departures',
  input: z.object({ organisationId }),
  output: z.object({}),
  on: placeOf,
  allow: allOf(signedIn, mayProvision),
  run: async ({ db, actor, now }: Context, { organisationId }) => {
    await db.updateTable('provisioning.directory').set({ allowed_until: sql<string>`${now}::timestamptz + interval '1 day'`, allowed_by: actor.id! })
      .where('organisation_id', '=', organisationId).execute()
    return {}
  },
})
