import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { Context } from './policy.ts'
import type { OrganisationKind } from './roles.ts'

export interface Card { id: string; name: string; kind: OrganisationKind; isClosed: boolean }

/** What these organisations are called; those that do not exist are left out. */
export const organisationCards = async ({ db }: KernelContext, ids: readonly string[]): Promise<Card[]> => {
  if (ids.length === 0) return []
  const rows = await (db as Context['db']).selectFrom('organisations.card').selectAll().where('id', 'in', [...new Set(ids)]).execute()
  return rows.map(({ is_closed, kind, ...row }) => ({ ...row, kind: kind as OrganisationKind, isClosed: is_closed }))
}

/** The organisation that has this SIRET or this UAI, written as they are checked: without spaces. */
export const organisationByIdentifier = async ({ db }: KernelContext, identifier: string): Promise<string | undefined> =>
  (await (db as Context['db']).selectFrom('organisations.organisation').select('id')
    .where((eb) => eb.or([eb('siret', '=', identifier), eb('uai', '=', identifier)])).executeTakeFirst())?.id
