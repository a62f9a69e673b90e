import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import type { Context } from '../../policy.ts'
import { organisationKinds } from '../../roles.ts'
import { createOrganisation } from './create-organisation.ts'
import { isAdministered } from './target.ts'

const PAGE = 50
const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[\\%_]/g, '\\$&').split(/\s+/)
  .filter(Boolean)
const foldedName = sql<string>`regexp_replace(normalize(organisation.name, NFKD), '[\\u0300-\\u036f]', '', 'g')`
const name = sql`organisation.name collate kernel.french`

/** Every organisation, by name or by SIRET or UAI: open, closed, or those that nobody administers any more. */
export const findOrganisations = query({
  http: 'GET /back-office/organisations',
  input: z.object({
    words: z.string().trim().max(100).default(''), kind: z.enum(organisationKinds).optional(),
    state: z.enum(['open', 'closed', 'unadministered']).optional(), after: z.uuid().optional(),
  }),
  output: z.object({
    total: z.int(), next: z.uuid().nullable(),
    organisations: z.array(z.object({
      id: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), siret: z.string().nullable(), uai: z.string().nullable(),
        isClosed: z.boolean(),
      isAdministered: z.boolean(), people: z.int(), createdAt: z.string(),
    })),
  }),
  allow: holds('administrator'),
  can: { createOrganisation },
  run: async ({ db }: Context, { words, kind, state, after }) => {
    const number = words.replaceAll(/\s/g, '').toUpperCase()
    const matching = db.selectFrom('organisations.organisation as organisation')
      .$if(kind !== undefined, (rows) => rows.where('organisation.kind', '=', kind!))
      .$if(state === 'open', (rows) => rows.where('organisation.closed_at', 'is', null))
      .$if(state === 'closed', (rows) => rows.where('organisation.closed_at', 'is not', null))
      .$if(state === 'unadministered', (rows) => rows.where('organisation.closed_at', 'is', null)
        .where((eb) => eb.not(isAdministered('organisation'))))
      .$if(words !== '', (rows) => rows.where((eb) => eb.or([
        eb('organisation.siret', '=', number), eb('organisation.uai', '=', number),
        eb.and(folded(words).map((word) => sql<boolean>`${foldedName} ilike ${`%${word}%`}`)),
      ])))
    const [rows, { total }] = await Promise.all([
      matching.select([
        'organisation.id', 'organisation.name', 'organisation.kind', 'organisation.siret', 'organisation.uai', 'organisation.closed_at',
        'organisation.created_at', isAdministered('organisation').as('is_administered'),
        sql<number>`(select count(distinct person_id) from organisations.membership
          where organisation_id = organisation.id and ended_at is null)`.as('people'),
      ]).$if(after !== undefined, (found) => found.where(sql<boolean>`(${name}, organisation.id) > (
          (select before.name from organisations.organisation as before where before.id = ${after!}), ${after!}::uuid)`))
        .orderBy(name).orderBy('organisation.id').limit(PAGE + 1).execute(),
      matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ])
    const organisations = rows.slice(0, PAGE).map((row) => ({
      id: row.id, name: row.name, kind: row.kind as 'establishment', siret: row.siret, uai: row.uai, isClosed: row.closed_at !== null,
      isAdministered: row.is_administered, people: row.people, createdAt: row.created_at,
    }))
    return { organisations, total, next: rows.length > PAGE ? organisations.at(-1)!.id : null }
  },
})
