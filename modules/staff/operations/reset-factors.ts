import { z } from 'zod'
import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { administrators, hashOf } from '#modules/identity/api.ts'
import { VALID } from '../link.ts'
import type { Context } from '../policy.ts'

/**
 * Takes away all that an administrator proves themselves with and closes their sessions: their next entry is a first one. It belongs to no
 * address, and only the system may run it: the command of the server (tools/staff-reset.ts) does, with the owner's connection, and the trace says so.
 * @param linkHash what recognises a link that the command shows, so that they enter even where mail or ProConnect does not answer.
 */
export const resetFactors = Object.assign(command({
  http: 'POST /back-office/administrators/:personId/reset',
  input: z.object({ personId: z.uuid(), email: z.email(), linkHash: z.string().length(43).optional() }),
  output: z.object({ factors: z.int(), codes: z.int(), sessions: z.int() }),
  on: async (context: Context, { personId }) => (await administrators(context, [personId]))[0],
  allow: holds('system'),
  run: async ({ db, now }: Context, { email, linkHash }, { id }) => {
    if (linkHash) {
      const linkId = v7()
      await db.insertInto('staff.sign_in_link')
        .values({ id: linkId, email, return_to: '/', created_at: now, expires_at: new Date(Date.parse(now) + VALID).toISOString() }).execute()
      await db.insertInto('staff.sign_in_token').values({ token_hash: Buffer.from(linkHash, 'base64url'), link_id: linkId }).execute()
    }
    const { rows: [gone] } = await sql<{ factors: number; codes: number; sessions: number }>`
      with factors as (delete from staff.factor where person_id = ${id} returning id),
        codes as (delete from staff.recovery_code where person_id = ${id} returning id),
        sessions as (delete from staff.session where person_id = ${id} returning id)
      select (select count(*)::int from factors) as factors, (select count(*)::int from codes) as codes,
        (select count(*)::int from sessions) as sessions`.execute(db)
    return gone!
  },
}), { name: 'staff.resetFactors' })

/** What is given as `linkHash` for the secret of a link. */
export const linkHashOf = (secret: string): string => hashOf(secret).toString('base64url')
