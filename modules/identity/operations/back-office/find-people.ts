import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { registerPerson } from './register-person.ts'

const PAGE = 20
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The words of a name as `identity.name_key` writes them. */
const wordsOf = (text: string): string[] => text.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '').toLowerCase()
  .replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss').split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(0, 6)

/** `850:<id>`: after the person of this likeness, then identifier. */
const cursor = z.string().regex(/^\d{1,4}:[0-9a-f-]{36}$/)

interface Row {
  id: string; name: string | null; email: string | null; emails: number; state: string; roles: string[]; created_at: string; last_seen_at: string | null
  likeness: number
}

/** What is searched: an address or an identifier is exact, a name is not. Without two characters, those who came last. */
const foundBy = (text: string) => {
  if (text.length < 2) return sql`(select id, 0 as likeness from identity.person order by created_at desc, id desc limit ${PAGE})`
  if (text.includes('@')) return sql`(select distinct person_id as id, 1000 as likeness from identity.address where email = ${text.toLowerCase()})`
  const external = sql`select person_id as id, 1000 as likeness from identity.external_identifier where value = ${text}`
  if (UUID.test(text)) return sql`(select id, 1000 as likeness from identity.person where id = ${text}::uuid union ${external})`
  const words = wordsOf(text)
  if (words.length === 0) return sql`(${external})`
  return sql`(select id, max(likeness) as likeness from (select id, likeness from identity.named(${words}::text[]) union ${external}) as named group by id)`
}

/** People by name (without accents, in spite of a mistyped letter), exact address, or identifier. */
export const findPeople = query({
  http: 'GET /back-office/people',
  input: z.object({ text: z.string().trim().max(200).default(''), after: cursor.optional() }),
  output: z.object({
    text: z.string(), isLatest: z.boolean(), next: z.string().nullable(),
    people: z.array(z.object({
      id: z.uuid(), name: z.string().nullable(), email: z.string().nullable(), otherEmails: z.int(), state: z.string(), roles: z.array(z.string()),
      createdAt: z.string(), lastSeenAt: z.string().nullable(),
    })),
  }),
  allow: holds('administrator'),
  can: { registerPerson },
  run: async ({ db }: Context, { text, after }) => {
    const isLatest = text.length < 2
    const [likeness, id] = after && !isLatest ? [Number(after.split(':')[0]), after.split(':')[1]!] : [undefined, undefined]
    const { rows } = await sql<Row>`
      select person.id, nullif(concat_ws(' ', person.first_name, person.last_name), '') as name, person.created_at, found.likeness,
        address.email, (select count(*) from identity.address as every where every.person_id = person.id)::int as emails,
        account.last_seen_at, array(select role from identity.platform_role as held where held.person_id = person.id order by role) as roles,
        case when person.erased_at is not null then 'erased' when person.merged_into is not null then 'merged'
          when exists (select from identity.erasure where erasure.person_id = person.id) then 'erasing'
          when exists (select from identity.account as any_account where any_account.person_id = person.id and any_account.state = 'suspended')
            then 'suspended'
          when address.verified_at is null and address.invited_at is not null then 'invited' else 'active' end as state
      from ${foundBy(text)} as found join identity.person on person.id = found.id
      left join lateral (select email, verified_at, invited_at from identity.address where address.person_id = person.id
        order by verified_at is null, is_primary desc, email limit 1) as address on true
      left join identity.account on account.person_id = person.id and account.kind = 'person'
      where ${likeness === undefined ? sql`true` : sql`(-found.likeness, person.id) > (${-likeness}::integer, ${id}::uuid)`}
      order by ${isLatest ? sql`person.created_at desc, person.id desc` : sql`-found.likeness, person.id`} limit ${PAGE + 1}`.execute(db)
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      text, isLatest, next: rows.length > PAGE && last ? `${last.likeness}:${last.id}` : null,
      people: shown.map((row) => ({
        id: row.id, name: row.name, email: row.email, otherEmails: Math.max(0, row.emails - 1), state: row.state, roles: row.roles,
        createdAt: row.created_at, lastSeenAt: row.last_seen_at,
      })),
    }
  },
})
