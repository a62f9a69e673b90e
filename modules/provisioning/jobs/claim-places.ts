import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { mailingOf } from '#modules/identity/api.ts'
import { claimSubjects } from '../people.ts'
import type { Tables } from '../policy.ts'

/** Somebody came in for the first time, by an address that they proved: what lists gave to this address is theirs. */
export const claimPlaces = job({
  name: 'provisioning.claim-places',
  payload: z.object({ personId: z.uuid() }),
  run: async (context: JobContext<Tables>, { personId }) => {
    const mailing = await mailingOf(context, personId)
    return { organisations: mailing ? await context.transaction((tx) => claimSubjects(tx, personId, mailing.email)) : 0 }
  },
})
