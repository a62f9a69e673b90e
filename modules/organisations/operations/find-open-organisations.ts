import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { scopesOf } from '#kernel/operation/actor.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { PAGE } from '../limits.ts'
import { offered, openToRequests, type Context } from '../policy.ts'
import { organisationKinds } from '../roles.ts'
import { askToJoin } from './ask-to-join.ts'

const folded = (words: string) => words.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[\\%_]/g, '\\$&').split(/\s+/)
  .filter(Boolean)
const foldedName = sql<string>`regexp_replace(normalize(organisation.name, NFKD), '[\\u0300-\\u036f]', '', 'g')`

/** Organisations that one may ask to join: a name and a kind, nothing of who is there. */
export const findOpenOrganisations = query({
  http: 'GET /organisations',
  input: z.object({ words: z.string().trim().max(100).optional(), kind: z.enum(organisationKinds).optional() }),
  output: z.object({
    organisations: z.array(z.object({
      id: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), welcome: z.string().nullable(), isMine: z.boolean(),
        isAsked: z.boolean(),
    })),
    more: z.boolean(),
  }),
  allow: signedIn,
  confidential: true,
  can: { askToJoin: offered(askToJoin, signedIn) },
  run: async (context: Context, { words, kind }) => {
    const [rows, asked] = await Promise.all([
      openToRequests(context).$if(kind !== undefined, (query) => query.where('organisation.kind', '=', kind!))
        .where((eb) => eb.and(folded(words ?? '').map((word) => sql<boolean>`${foldedName} ilike ${`%${word}%`}`)))
        .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.welcome'])
        .orderBy(sql`organisation.name collate kernel.french`).orderBy('organisation.id').limit(PAGE + 1).execute(),
      context.db.selectFrom('organisations.join_request').select('organisation_id').where('person_id', '=', context.actor.id!)
        .where('state', '=', 'pending').execute(),
    ])
    const [mine, waiting] = [new Set(scopesOf(context.actor, 'organisation')), new Set(asked.map((row) => row.organisation_id))]
    return {
      organisations: rows.slice(0, PAGE).map((row) =>
        ({ ...row, kind: row.kind as 'establishment', isMine: mine.has(row.id), isAsked: waiting.has(row.id) })),
      more: rows.length > PAGE,
    }
  },
})
