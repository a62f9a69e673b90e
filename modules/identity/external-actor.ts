import type { Pool } from 'pg'
import type { Actor } from '#kernel/operation/actor.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import { carriedBy } from './staff-sessions.ts'

interface Row { person_id: string; time_zone: string; name: string | null }

const text = `select person.id as person_id, person.time_zone, nullif(concat_ws(' ', person.first_name, person.last_name), '') as name
  from identity.external_identifier as external
  join identity.person on person.id = external.person_id
  join identity.account on account.person_id = person.id and account.kind = 'person'
  where external.issuer = $1 and external.value = $2 and external.kind = 'sub'
    and external.valid_from <= now() and (external.valid_to is null or external.valid_to > now())
    and account.state = 'active' and person.erased_at is null and person.merged_into is null`

/**
 * The person whom another system names so: by its issuer and its own identifier of them, which a person linked to their account, and never
 * by an address. The caller has verified that the issuer says it. Roles of the platform come along as in a session.
 */
export const readExternalActor = async (pool: Pool, modules: readonly Module[], issuer: string,
  subject: string): Promise<Actor | undefined> => {
  const { rows: [row] } = await pool.query<Row>({ name: 'external', text, values: [issuer, subject] })
  return row && {
    id: row.person_id, name: row.name ?? undefined, timeZone: row.time_zone,
    ...carriedBy(await grantsOf(pool, modules, row.person_id), (one) => one.issuer === issuer),
  }
}
