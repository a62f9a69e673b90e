import type { Pool } from 'pg'
import { v7 } from '#kernel/id.ts'
import { hashOf, newToken } from '#modules/identity/api.ts'

export interface Person { id: string; cookie: string }

/** So many people who have signed in, written together. @param owner a pool with the owner's rights. */
export const aCrowd = async (owner: Pool, count: number): Promise<Person[]> => {
  const people = Array.from({ length: count }, () => ({ id: v7(), account: v7(), token: newToken() }))
  const ids = people.map(({ id }) => id)
  await owner.query(`insert into identity.person (id, first_name, last_name, created_at) select id, 'Ada', 'Martin', now()
    from unnest($1::uuid[]) as id`, [ids])
  await owner.query(`insert into identity.account (id, person_id, kind, created_at) select id, person, 'person', now()
    from unnest($1::uuid[], $2::uuid[]) as given (id, person)`, [people.map(({ account }) => account), ids])
  await owner.query(`insert into identity.session (id, token_hash, person_id, method, signed_in_at, last_seen_at, proved_at, expires_at)
    select gen_random_uuid(), hash, person, 'email-link', now(), now(), now(), now() + interval '1 day'
    from unnest($1::bytea[], $2::uuid[]) as given (hash, person)`, [people.map(({ token }) => hashOf(token)), ids])
  await owner.query('analyze identity.session, identity.person, identity.account')
  return people.map(({ id, token }) => ({ id, cookie: `__Host-sillage=${token}` }))
}
