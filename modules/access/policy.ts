import { scopesOf, type Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import type { OrganisationCard, OrganisationGrant, OrganisationHolding } from '#modules/organisations/api.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & {
  'identity.card': IdentityCard
  'organisations.card': OrganisationCard
  'organisations.grant': OrganisationGrant
  'organisations.holding': OrganisationHolding
}
export type Context = KernelContext<Tables>

/** A program, locked for a command of administrators: their rule stands on the operation, since they see every one. */
export const lockedClient = ({ db }: Context, id: string) =>
  db.selectFrom('access.client').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Of an organisation as a whole: who is told what its people may do. */
const inCharge = ['structure-manager', 'pedagogical-administrator'] as const
export const readsRights = belongsTo('organisation', 'organisation_id', ...inCharge)
/** The organisations of which that holds, by the actor's grants alone. */
export const placesOf = (actor: Actor): string[] => [...new Set(inCharge.flatMap((role) => scopesOf(actor, 'organisation', role)))]

/** An organisation that is open, and of which one is. */
export const myOrganisation = ({ db, actor }: Context, organisationId: string) => db.selectFrom('organisations.card as organisation')
  .where('organisation.id', '=', organisationId).where('organisation.is_closed', '=', false)
  .where(belongsTo('organisation', 'id').where(actor, 'organisation'))
  .select(['organisation.id', 'organisation.id as organisation_id', 'organisation.name']).executeTakeFirst()
