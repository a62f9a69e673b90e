import { sql } from 'kysely'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { peopleByAddress, personCards } from '#modules/identity/api.ts'
import type { Places } from '#modules/switches/api.ts'
import { organisationCards } from './card.ts'
import type { Context } from './policy.ts'
import { roleNames } from './web/names.fr.ts'

const LIMIT = 10

/** What switches must know of people and of where they stand, who cannot need this module. */
export const places: Places = {
  roles: roleNames,
  holdingsOf: async (context, personIds) => {
    if (personIds.length === 0) return []
    const rows = await (context as Context).db.selectFrom('organisations.holding').select(['person_id', 'organisation_id', 'role'])
      .where('person_id', '=', sql<string>`any(${[...new Set(personIds)]}::uuid[])`).execute()
    return rows.map((row) => ({ personId: row.person_id!, organisationId: row.organisation_id!, role: row.role! }))
  },
  count: async (context, { organisationId, role, personId }) => {
    const { db } = context as Context
    if (personId !== null) return 1
    if (organisationId === null && role === null) {
      return (await db.selectFrom('identity.card').where('is_erased', '=',
        false).select((eb) => eb.fn.countAll<number>().as('people')).executeTakeFirstOrThrow()).people
    }
    const rows = db.selectFrom('organisations.holding').select(sql<number>`count(distinct person_id)::int`.as('people'))
    return (await rows.$if(organisationId !== null, (one) => one.where('organisation_id', '=', organisationId!))
      .$if(role !== null, (one) => one.where('role', '=', role!)).executeTakeFirstOrThrow()).people
  },
  organisationNames: async (context, ids) => new Map((await organisationCards(context, ids)).map(({ id, name }) => [id, name])),
  personNames: async (context, ids) => new Map((await personCards(context, ids)).flatMap(({ id, name }) => name ? [[id, name]] : [])),
  findOrganisations: async (context: KernelContext, words) => {
    const { db } = context as Context
    const open = db.selectFrom('organisations.organisation').select(['id', 'name']).where('closed_at', 'is',
      null).orderBy('name').limit(LIMIT)
    const exact = await open.where((eb) => eb.or([
      eb('siret', '=', words.replaceAll(/\s/g, '')), eb('uai', '=', words.toUpperCase()), eb(eb.fn('lower', ['name']), '=',
        words.toLowerCase()),
    ])).execute()
    return exact.length > 0 ? exact : open.where('name', 'ilike', `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`).execute()
  },
  personByAddress: async (context, email) => (await peopleByAddress(context, [email]))[0]?.personId,
}
