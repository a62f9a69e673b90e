import { sql } from 'kysely'
import { Refusal } from '#kernel/operation/operation.ts'
import { organisationByIdentifier, organisationCards } from '../../card.ts'
import type { Context } from '../../policy.ts'
import type { OrganisationKind } from '../../roles.ts'

/** Any organisation, held until the commit: administrators of the platform see them all. */
export const anyOrganisation = ({ db }: Context, id: string) => db.selectFrom('organisations.organisation').selectAll().where('id', '=', id)
  .forNoKeyUpdate().executeTakeFirst()

/** Any group of an organisation, held until the commit. */
export const anyGroup = ({ db }: Context, { organisationId, groupId }: { organisationId: string, groupId: string }) => db
  .selectFrom('organisations.group').selectAll().where('organisation_id', '=', organisationId).where('id', '=', groupId).forNoKeyUpdate()
    .executeTakeFirst()

/** Whether somebody administers it today who can come in: a condition on an organisation under this alias. */
export const isAdministered = (alias: string) => sql<boolean>`exists (select from organisations.grant as held
  join identity.card as person on person.id = held.person_id and not person.is_erased
  where held.scope = 'organisation' and held.id = ${sql.ref(`${alias}.id`)} and held.role = 'structure-manager'
    and not exists (select from organisations.suspended_person as suspended where suspended.person_id = held.person_id))`

export interface Written { kind: OrganisationKind, name: string, siret: string, uai: string, parent: string, timeZone: string }

/** None of an organisation may be above itself. */
const isWithin = async ({ db }: Context, id: string, above: string): Promise<boolean> => {
  const { rows } = await sql<{ found: boolean }>`with recursive up as (
      select id, parent_id from organisations.organisation where id = ${above}
      union select one.id, one.parent_id from organisations.organisation as one join up on one.id = up.parent_id)
    select exists (select from up where id = ${id}) as found`.execute(db)
  return rows[0]!.found
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** By a number of its own, or by our identifier where it has none. */
const namedBy = async (context: Context, text: string) => UUID.test(text)
  ? (await organisationCards(context, [text]))[0]?.id
  : organisationByIdentifier(context, text.replaceAll(/\s/g, '').toUpperCase())

/**
 * The columns of what an administrator wrote of an organisation; another has none of its numbers.
 * @throws Refusal `organisations.uai-not-taken`, `no-parent`, `parent-within`, `siret-taken`, `uai-taken`.
 */
export const columnsOf = async (context: Context, { kind, name, siret, uai, parent, timeZone }: Written, id?: string) => {
  if (uai && kind !== 'establishment') throw new Refusal('organisations.uai-not-taken')
  const parentId = parent ? await namedBy(context, parent) : null
  if (parentId === undefined) throw new Refusal('organisations.no-parent')
  if (id && parentId && await isWithin(context, id, parentId)) throw new Refusal('organisations.parent-within')
  const others = [siret && await organisationByIdentifier(context, siret), uai && await organisationByIdentifier(context, uai)]
  if (others[0] && others[0] !== id) throw new Refusal('organisations.siret-taken')
  if (others[1] && others[1] !== id) throw new Refusal('organisations.uai-taken')
  return { kind, name, siret: siret || null, uai: uai || null, parent_id: parentId, time_zone: timeZone }
}
