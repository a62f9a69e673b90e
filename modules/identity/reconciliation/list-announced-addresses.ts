import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { myAnnounced } from './mine.ts'
import { proveAnnouncedAddress } from './prove-announced-address.ts'

/** What an administration announced of one's addresses: a proposal, and nothing more. */
export const listAnnouncedAddresses = query({
  http: 'GET /me/addresses/announced',
  input: z.object({}),
  output: z.object({ announced: z.array(z.object({ reconciliationId: z.uuid(), oldEmail: z.string(), newEmail: z.string() })) }),
  allow: signedIn,
  can: { proveAnnouncedAddress },
  run: async (context: Context) => {
    const rows = await myAnnounced(context).select(['announced.id', 'announced.old_email', 'announced.expected_new_email'])
      .orderBy('announced.created_at').limit(20).execute()
    return { announced: rows.map((one) => ({ reconciliationId: one.id, oldEmail: one.old_email, newEmail: one.expected_new_email })) }
  },
})
