import DataLoader from 'dataloader'
import type { Pool } from 'pg'
import { run } from '#kernel/db/batch.ts'
import { createKept } from '#kernel/db/kept.ts'
import type { Actor, Grant } from '#kernel/operation/actor.ts'
import { grantsOf } from '#kernel/operation/grants.ts'
import type { Module } from '#kernel/operation/module.ts'
import { idleSeconds } from './session-limits.ts'
import { tokenOf } from './session.ts'
import { carriedBy } from './staff-sessions.ts'
import { hashOf } from './token.ts'

/** Being seen is written this often at most, and more often where a session may stay unused for a short time only. In seconds. */
const SEEN_EVERY = 300

interface Row {
  id: string
  person_id: string
  method: string
  provider: string | null
  /** In milliseconds since 1970, as what follows. */
  signed_in_at: number
  proved_at: number | null
  acr: string | null
  amr: string[]
  by_person_id: string | null
  unused: number
  time_zone: string
  name: string | null
  terms: number | null
}

/** Somebody whose session was found. */
export interface Found extends Actor {
  /** Number of the last version of the terms of use that they accepted; 0 for none. */
  readonly terms: number
}

// One column: the description of eleven would come with each answer, and be read each time.
const text = `select (
    select json_build_object('id', session.id, 'person_id', session.person_id, 'method', session.method,
      'provider', session.provider,
      'signed_in_at', round(extract(epoch from session.signed_in_at) * 1000), 'proved_at', round(extract(epoch from session.proved_at) * 1000),
      'acr', session.acr, 'amr', session.amr, 'by_person_id', session.by_person_id,
      'unused', extract(epoch from now() - session.last_seen_at), 'time_zone', person.time_zone,
      'name', nullif(concat_ws(' ', person.first_name, person.last_name), ''), 'terms', account.terms_version)
    from identity.session
    join identity.person on person.id = session.person_id
    join identity.account on account.person_id = session.person_id and account.kind = 'person'
    where session.token_hash = asked.hash and session.expires_at > now()
      and account.state = 'active' and person.erased_at is null and person.merged_into is null
  ) as session from unnest($1::bytea[]) with ordinality as asked(hash, place) order by place`

const MOST_AT_ONCE = 100
/** The sessions of all requests that came in one turn of the event loop, by one statement: nothing is kept from one turn to the next. */
const readersOf = new WeakMap<Pool, DataLoader<Buffer, Row | null>>()
const readerOf = (pool: Pool): DataLoader<Buffer, Row | null> => {
  const reader = readersOf.get(pool) ?? new DataLoader<Buffer, Row | null>(
    async (hashes) => (await run(pool, { name: 'session', text, values: [hashes] })).rows.map(({ session }: { session: Row | null }) => session),
    { cache: false, maxBatchSize: MOST_AT_ONCE, batchScheduleFn: (send) => setImmediate(send) })
  readersOf.set(pool, reader)
  return reader
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()

const MOST_PEOPLE = 10_000
/** What people hold in every module: dearer to read than the session, and it seldom changes. */
const grants = createKept<Grant[]>(MOST_PEOPLE)
/** For the app: from then on this process keeps what people hold until something is committed. */
export const followGrants = grants.follow

const seen = `with session as (update identity.session set last_seen_at = now() where id = $1 returning person_id, by_person_id)
  update identity.account set last_seen_at = now() from session
  where account.person_id = session.person_id and kind = 'person' and session.by_person_id is null`

/**
 * Who acts, from the `Cookie` header: one prepared statement, and another for what they hold where it is not kept. None for a cookie that
 * is absent, forged, ended or revoked, and for a session that was left unused longer than what the person's roles allow today.
 * @param background asked by the page and not by the person: it keeps no session awake.
 */
export const readSession = async (
  pool: Pool, modules: readonly Module[], cookies: string | undefined, background = false,
): Promise<Found | undefined> => {
  const token = tokenOf(cookies)
  if (!token) return undefined
  const row = await readerOf(pool).load(hashOf(token))
  if (!row) return undefined
  const held = await grants.get(row.person_id, () => grantsOf(pool, modules, row.person_id))
  // Nobody acts in the place of who has a role of the platform, were it given since.
  if (row.by_person_id && held.some(({ scope }) => scope === 'platform')) return undefined
  const idle = idleSeconds(held)
  if (row.unused >= idle) return undefined
  if (!background && row.unused > Math.min(SEEN_EVERY, idle / 30)) await pool.query({ name: 'seen', text: seen, values: [row.id] })
  return {
    id: row.person_id, name: row.name ?? undefined, timeZone: row.time_zone, by: row.by_person_id ?? undefined,
    ...carriedBy(held, ({ key }) => row.method === 'provider' && row.provider === key),
    terms: row.terms ?? 0,
    session: {
      id: row.id, method: row.method, signedInAt: iso(row.signed_in_at), provedAt: row.proved_at === null ? undefined : iso(row.proved_at),
      acr: row.acr ?? undefined, amr: row.amr,
    },
  }
}
