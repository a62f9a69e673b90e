import { scopesOf, type Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import type { OrganisationCard, OrganisationHolding } from '#modules/organisations/api.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & {
  'identity.card': IdentityCard
  'organisations.card': OrganisationCard
  'organisations.holding': OrganisationHolding
}
export type Context = KernelContext<Tables>

/** Of an organisation, or of one of its announcements: who tells its people something. */
const TELL = ['structure-manager', 'pedagogical-administrator'] as const
export const announces = belongsTo('organisation', 'organisation_id', ...TELL)

/** Organisations in whose name one tells something; asked of the grants alone, for the menu. */
export const announcesAnywhere = (actor: Actor): boolean => TELL.some((role) => scopesOf(actor, 'organisation', role).length > 0)
export const announcesIn = ({ db, actor }: Context) => db.selectFrom('organisations.card as organisation').where('organisation.is_closed',
  '=', false)
  .where(belongsTo('organisation', 'id', ...TELL).where(actor, 'organisation')).select(['organisation.id',
    'organisation.name']).orderBy('organisation.name').execute()

/** An organisation that is open and of which one is; others do not know that it announces anything. */
export const organisationFor = ({ db, actor }: Context, organisationId: string) =>
  db.selectFrom('organisations.card as organisation').where('organisation.is_closed', '=', false).where('organisation.id', '=',
    organisationId)
    .where(belongsTo('organisation', 'id').where(actor, 'organisation')).select(['organisation.id as organisation_id', 'organisation.name'])
    .executeTakeFirst()

/** Received by the person who acts, not recalled and not over: every read of theirs starts here. */
export const myAnnouncements = ({ db, actor, now }: Context) =>
  db.selectFrom('announcements.receipt as receipt').innerJoin('announcements.announcement as one', 'one.id', 'receipt.announcement_id')
    .where('receipt.person_id', '=', actor.id ?? null).where('one.state', 'in', ['sending', 'sent'])
    .where((eb) => eb.or([eb('one.ends_at', 'is', null), eb('one.ends_at', '>', now)]))
