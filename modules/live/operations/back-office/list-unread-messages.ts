import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'

const MOST = 100

interface Found {
  id: string; topic: string; priority: string; at: string; expires_at: string | null; people: number; waiting: number; failed: number
}

/**
 * Messages of the last days that ask to be acknowledged, and were not by all: to how many they went, how many have not said that they have
 * them, and of these how many have listened since, which is a failure. Numbers: whose they are is nobody's business.
 */
export const listUnreadMessages = query({
  http: 'GET /back-office/messages',
  input: z.object({}),
  output: z.object({ messages: z.array(z.object({
    id: z.uuid(), topic: z.string(), priority: z.string(), at: z.string(), expiresAt: z.string().nullable(),
    people: z.int(), waiting: z.int(), failed: z.int(),
  })) }),
  allow: holds('administrator'),
  run: async ({ db }: Context) => {
    const { rows } = await sql<Found>`
      with read as (select person_id, max(seq) as seq, max(at) as at from live.acknowledgement group by person_id)
      select entry.id, entry.topic, entry.priority, entry.at, entry.expires_at, count(*)::int as people,
        (count(*) filter (where coalesce(read.seq, 0) < entry.seq))::int as waiting,
        (count(*) filter (where coalesce(read.seq, 0) < entry.seq
          and (read.at > entry.at + interval '5 minutes' or entry.expires_at < now())))::int as failed
      from live.entry left join read on read.person_id = entry.person_id where entry.asks
      group by entry.id, entry.topic, entry.priority, entry.at, entry.expires_at
      having bool_or(coalesce(read.seq, 0) < entry.seq) order by failed desc, entry.at desc limit ${MOST}`.execute(db)
    return { messages: rows.map(({ expires_at, ...row }) => ({ ...row, expiresAt: expires_at })) }
  },
})
