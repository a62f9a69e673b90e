import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'

/** Says how far a device has read one's own stream, where the stream comes by a way that only goes down. */
export const acknowledgeEntries = command({
  http: 'POST /live/acknowledgements',
  input: z.object({ device: z.uuid(), seq: z.int().min(1) }),
  output: z.object({}),
  allow: inPerson,
  run: async (context: Context, { device, seq }) => {
    await sql`select live.acknowledge(array[person_id], array[${device}]::uuid[], array[least(last_seq, ${seq})])
      from live.stream where person_id = ${me(context)}`.execute(context.db)
    return {}
  },
})
