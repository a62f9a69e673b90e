import { v7 } from '#kernel/id.ts'
import type { Context } from '#kernel/operation/operation.ts'
import type { Tables } from './policy.ts'
import { seal } from './secret.ts'
import { codeAt } from './totp.ts'

/** Gives an administrator an application whose secret is known: for the demonstration and for tests. With the owner's connection. */
export const enrolForDemonstration = async ({ db, now }: Pick<Context<Tables>, 'db' | 'now'>, personId: string, secret: Uint8Array, name: string) => {
  const id = v7()
  await db.insertInto('staff.factor')
    .values({ id, person_id: personId, kind: 'totp', name, secret: seal(secret, id), last_step: 0, created_at: now }).execute()
  return id
}

export { codeAt }
