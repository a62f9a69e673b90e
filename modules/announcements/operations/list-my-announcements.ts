import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { announcesIn, myAnnouncements, type Context } from '../policy.ts'

const MOST = 50

/** What one was told and still holds: first what one is asked to say that one has read. And the organisations in whose name one tells. */
export const listMyAnnouncements = query({
  http: 'GET /announcements',
  input: z.object({}),
  output: z.object({ announcements: z.array(z.object({
    id: z.uuid(), title: z.string(), at: z.string(), isCritical: z.boolean(), isToAcknowledge: z.boolean(),
  })), organisations: z.array(z.object({ id: z.uuid(), name: z.string() })) }),
  allow: signedIn,
  confidential: true,
  run: async (context: Context) => {
    const rows = await myAnnouncements(context).select(['one.id', 'one.title', 'receipt.at', 'one.is_critical', 'one.asks_acknowledgement',
      'receipt.acknowledged_at'])
      .orderBy((eb) => eb.and([eb('one.asks_acknowledgement', '=', true), eb('receipt.acknowledged_at', 'is', null)]), 'desc')
      .orderBy('one.id', 'desc').limit(MOST).execute()
    return { organisations: await announcesIn(context), announcements: rows.map((row) => ({
      id: row.id, title: row.title, at: row.at, isCritical: row.is_critical,
        isToAcknowledge: row.asks_acknowledgement && row.acknowledged_at === null,
    })) }
  },
})
