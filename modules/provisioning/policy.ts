import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import { inCharge, mayGrant, type OrganisationCard } from '#modules/organisations/api.ts'
import { roles, type Role } from './reader/roles.ts'
import type { DB } from './tables.gen.ts'

/** PostgreSQL does not say of a view which columns are never null. */
interface FileCard { id: string; name: string }

export type Tables = DB & { 'identity.card': IdentityCard; 'organisations.card': OrganisationCard; 'files.card': FileCard }
export type Context = KernelContext<Tables>

/**
 * Who imports: in the whole organisation those who keep its people (a pedagogical administrator, who manages the structure), in the group
 * that they manage those who manage a programme. Asked of `{ organisation_id, group_id }`.
 */
export const mayImport = inCharge

/** Where an import is about to be: an open organisation of the person, all of it or one group. Others do not find it. */
export const placeOf = async ({ db, actor }: Context, { organisationId, groupId }: { organisationId: string; groupId?: string | null | undefined }) => {
  const organisation = await db.selectFrom('organisations.card as organisation').select(['organisation.id', 'organisation.name', 'organisation.kind'])
    .where('organisation.id', '=', organisationId).where('organisation.is_closed', '=', false)
    .where(belongsTo('organisation', 'id').where(actor, 'organisation')).executeTakeFirst()
  return organisation && { ...organisation, organisation_id: organisation.id, group_id: groupId ?? null }
}

/** The roles that the person may give there: nobody gives more than they hold. */
export const rolesFor = ({ actor }: Context, place: { organisation_id: string; group_id: string | null }): Role[] =>
  roles.filter((role) => mayGrant.holds(actor, { ...place, role }))

/** Every read of imports starts here: those that the person could have started. */
export const importsSeenBy = ({ db, actor }: Context) =>
  db.selectFrom('provisioning.import as import').where(mayImport.where(actor, 'import'))

export const importSeenBy = (context: Context, importId: string) => importsSeenBy(context).selectAll('import').where('import.id', '=', importId)

/** The same, held until the commit. */
export const lockedImport = (context: Context, { importId }: { importId: string }) =>
  importSeenBy(context, importId).forNoKeyUpdate('import').executeTakeFirst()

/** Proposals to the person who acts, that still wait for an answer. */
export const myProposals = ({ db, actor }: Context) => db.selectFrom('provisioning.proposal as proposal')
  .where('proposal.person_id', '=', actor.id ?? null).where('proposal.state', '=', 'pending')
