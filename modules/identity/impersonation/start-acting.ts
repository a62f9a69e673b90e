import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { token } from '../link.ts'
import type { Context } from '../policy.ts'
import { hashOf } from '../token.ts'
import { stateOf } from './state.ts'

/** The consent that a link opens, when its person has no role of the platform and an account that is open. */
export const consentOf = ({ db, now }: Context, secret: string) => db.selectFrom('identity.impersonation as impersonation')
  .innerJoin('identity.card as person', 'person.id', 'impersonation.person_id')
  .where('impersonation.token_hash', '=', hashOf(secret)).where('impersonation.token_until', '>', now)
  .where(sql<boolean>`not exists (select from identity.grant as held where held.person_id = impersonation.person_id)`)
  .where(sql<boolean>`exists (select from identity.account where account.person_id = impersonation.person_id
    and account.kind = 'person' and account.state = 'active')`)
  .selectAll('impersonation').select('person.name')

/** Uses the link, once. The session is opened by the route that sets the cookie, so that no secret is in an answer. */
export const startActing = command({
  http: 'POST /acting',
  input: z.object({ token }),
  output: z.object({ impersonationId: z.uuid(), personId: z.uuid(), by: z.uuid(), until: z.string() }),
  on: (context: Context, input) => consentOf(context, input.token).forUpdate('impersonation').executeTakeFirst(),
  allow: anyone,
  when: (one, _, { now }) => stateOf(one, now) === 'accepted' ? undefined : 'identity.not-consented',
  run: async ({ db }: Context, _, one) => {
    await db.updateTable('identity.impersonation').set({ token_hash: null }).where('id', '=', one.id).execute()
    return { impersonationId: one.id, personId: one.person_id!, by: one.by_person_id!, until: one.expires_at }
  },
})
