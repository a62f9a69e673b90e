import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import { ownerOf } from './providers/proposal.ts'

/** A person who may enter the back office today. */
export interface Administrator { id: string; name: string | null; timeZone: string; roles: string[] }

/**
 * Which of these people administer the platform: they hold the role, and their account is neither suspended, erased nor merged. For the
 * roles of the back office, of the worker and of the owner.
 */
export const administrators = async ({ db }: Pick<KernelContext, 'db'>, ids: readonly string[]): Promise<Administrator[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<Administrator>`
    select person.id, nullif(concat_ws(' ', person.first_name, person.last_name), '') as name, person.time_zone as "timeZone",
      array(select held.role from identity.grant as held where held.person_id = person.id and held.scope = 'platform') as roles
    from identity.person
    where person.id = any(${ids}::uuid[]) and person.erased_at is null and person.merged_into is null
      and not exists (select from identity.account where account.person_id = person.id and account.state = 'suspended')
      and exists (select from identity.grant as held
        where held.person_id = person.id and held.scope = 'platform' and held.role = 'administrator')`.execute(db)
  return rows
}

/** Whose account this identity of a provider opens today, if anybody's. */
export const personByIdentity = async (context: KernelContext, identity: { issuer: string; subject: string }): Promise<string | undefined> =>
  (await ownerOf(context as Context, identity))?.person_id
