import { sql } from 'kysely'
import { scopesOf, type Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext, Operation } from '#kernel/operation/operation.ts'
import { allOf, anyOf, belongsTo, owns, where, type Rule } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import { heldBy, type Role } from './roles.ts'
import type { DB } from './tables.gen.ts'

/** PostgreSQL does not say of a view which columns are never null. */
export interface OrganisationCard { id: string; name: string; kind: string; is_closed: boolean }
/** What people are today, and in which group: `role` as it was given. */
export interface OrganisationHolding { person_id: string; organisation_id: string; role: string; group_id: string | null; group_name: string | null }
export interface OrganisationGrant { person_id: string; scope: string; id: string; role: string }

export type Tables = Omit<DB, 'organisations.card' | 'organisations.grant'> & {
  'organisations.card': OrganisationCard
  'organisations.grant': OrganisationGrant
  'identity.card': IdentityCard
}
export type Context = KernelContext<Tables>

/*
 * Who may give which role, where. A role in the organisation reaches all its groups; a programme manager's reaches the groups within their
 * programme (`organisations.grant` lists them). Nobody gives, changes or ends a role that is not below or equal to theirs there.
 *
 *   structure-manager         in the whole organisation, every role
 *   pedagogical-administrator in the whole organisation and its groups: the same, programme-manager, teacher, student, member
 *   programme-manager         in the groups of their programme: programme-manager, teacher, student, member
 *   any other role            none
 *
 * A role in a parent organisation gives nothing in its children, nor the other way round: who works in both has two memberships.
 */
const under = (role: Role) => anyOf(...heldBy(role).map((one) => where('role', one)))

/** Of a membership, an invitation, or one that is about to be: `{ organisation_id, group_id, role }`. */
export const mayGrant = anyOf(
  belongsTo('organisation', 'organisation_id', 'structure-manager'),
  allOf(belongsTo('organisation', 'organisation_id', 'pedagogical-administrator'), under('pedagogical-administrator')),
  allOf(belongsTo('group', 'group_id', 'programme-manager'), under('programme-manager')),
)

/** Of a place, a whole organisation or a group of it: who sees its people and keeps its groups. */
export const inCharge = anyOf(
  belongsTo('organisation', 'organisation_id', 'structure-manager', 'pedagogical-administrator'),
  belongsTo('group', 'group_id', 'programme-manager'),
)

/** Whether somebody is in charge of anything, for the menu: their grants alone tell. */
export const isInCharge = (actor: Actor): boolean => scopesOf(actor, 'group', 'programme-manager').length > 0
  || (['structure-manager', 'pedagogical-administrator'] as const).some((role) => scopesOf(actor, 'organisation', role).length > 0)

/** Of a group: who closes it and opens it again, from above: a programme's own manager would lose it by closing it. */
export const keepsGroup = anyOf(
  belongsTo('organisation', 'organisation_id', 'structure-manager', 'pedagogical-administrator'),
  belongsTo('group', 'parent_id', 'programme-manager'),
)

/** Of the whole organisation: who answers those who ask to join. */
export const receives = belongsTo('organisation', 'organisation_id', 'structure-manager', 'pedagogical-administrator')

/** Who says what the organisation is called, and whether it can be asked. */
export const managesOrganisation = belongsTo('organisation', 'organisation_id', 'structure-manager')

const programmesOf = ({ actor }: Context) => scopesOf(actor, 'group', 'programme-manager')

/** An organisation that is open, and of which one is. */
const organisationsOf = ({ db, actor }: Context) => db.selectFrom('organisations.organisation as organisation')
  .where('organisation.closed_at', 'is', null).where(belongsTo('organisation', 'id').where(actor, 'organisation'))

/**
 * The organisation as the place from which one acts in it: `group_id` is a group that one manages, when one manages a programme. So the
 * rules above, asked of it, say whether one may do such a thing somewhere in it.
 */
export const workplaceOf = (context: Context, organisationId: string) => organisationsOf(context)
  .where('organisation.id', '=', organisationId)
  .selectAll('organisation').select([
    'organisation.id as organisation_id', sql<string>`'member'`.as('role'),
    sql<string | null>`(select one.id from organisations.group as one where one.organisation_id = organisation.id and one.closed_at is null
      and one.id = any(${programmesOf(context)}::uuid[]) order by one.id limit 1)`.as('group_id'),
    sql<string>`organisations.today(organisation.time_zone)::text`.as('today'),
  ])

/** The same, held until the commit: what is checked of its administrators stays true. */
export const lockedWorkplace = (context: Context, organisationId: string) =>
  workplaceOf(context, organisationId).forNoKeyUpdate('organisation').executeTakeFirst()

/**
 * Where a role is about to be given: the whole organisation, or an open group of it. None when one is not of this organisation, or when
 * it has no such group.
 */
export const placeFor = async (context: Context, { organisationId, groupId, role }: { organisationId: string, groupId?: string | null,
  role: Role }) => {
  const organisation = await lockedWorkplace(context, organisationId)
  if (!organisation || !groupId) return organisation && { ...organisation, group_id: null, role }
  const group = await context.db.selectFrom('organisations.group').select('id').where('organisation_id', '=', organisationId)
    .where('id', '=', groupId).where('closed_at', 'is', null).forShare().executeTakeFirst()
  return group && { ...organisation, group_id: group.id, role }
}

/** Every read of memberships starts here: one's own, and those of the people one is in charge of. */
export const membershipsSeenBy = ({ db, actor }: Context) => db.selectFrom('organisations.membership as membership')
  .where(anyOf(owns('person_id'), inCharge).where(actor, 'membership'))

/** Those of the people one is in charge of, in one organisation. */
export const membershipsIn = ({ db, actor }: Context, organisationId: string) => db.selectFrom('organisations.membership as membership')
  .where('membership.organisation_id', '=', organisationId).where(inCharge.where(actor, 'membership'))

/**
 * A membership of somebody one is in charge of, after the row of its organisation, so that two commands wait for each other in one order.
 */
export const lockedMembership = async (context: Context, membershipId: string) => {
  const found = await membershipsSeenBy(context).where('membership.id', '=', membershipId).select('membership.organisation_id')
    .executeTakeFirst()
  const place = found && await lockedWorkplace(context, found.organisation_id)
  const row = place && await membershipsSeenBy(context).where('membership.id', '=', membershipId).selectAll('membership')
    .forNoKeyUpdate('membership').executeTakeFirst()
  return row && { ...row, today: place.today }
}

/** Groups of an organisation that one manages, closed ones too; every read of groups by those in charge starts here. */
export const groupsIn = ({ db, actor }: Context, organisationId: string) => db.selectFrom('organisations.group as one')
  .where('one.organisation_id', '=', organisationId)
  .where((eb) => eb.or([keepsGroup.where(actor, 'one'), belongsTo('group', 'id', 'programme-manager').where(actor, 'one')]))

/** One of them, after the row of its organisation. */
export const lockedGroup = async (context: Context, { organisationId, groupId }: { organisationId: string, groupId: string }) =>
  await lockedWorkplace(context, organisationId) && groupsIn(context, organisationId).where('one.id', '=', groupId).selectAll('one')
    .select('one.id as group_id').forNoKeyUpdate('one').executeTakeFirst()

/** Invitations that one could have sent, in one organisation. */
export const invitationsIn = ({ db, actor }: Context, organisationId: string) => db.selectFrom('organisations.invitation as invitation')
  .where('invitation.organisation_id', '=', organisationId).where(inCharge.where(actor, 'invitation'))

/** One of them, held; none when the organisation is closed. */
export const lockedInvitation = (context: Context, { organisationId, invitationId }: { organisationId: string, invitationId: string }) =>
  invitationsIn(context, organisationId).where('invitation.id', '=', invitationId).selectAll('invitation').forNoKeyUpdate('invitation')
    .executeTakeFirst()

/** Those that anybody may ask to join. */
export const openToRequests = ({ db }: Context) => db.selectFrom('organisations.organisation as organisation')
  .where('organisation.closed_at', 'is', null).where('organisation.accepts_requests', '=', true)

/** Requests to join an organisation, for those who answer them. */
export const requestsIn = ({ db, actor }: Context, organisationId: string) => db.selectFrom('organisations.join_request as request')
  .where('request.organisation_id', '=', organisationId).where(receives.where(actor, 'request'))

/**
 * A command as a query offers it in `can`: its rule is asked of the query's own row, which stands for all the rows that the command may
 * then name.
 */
export const offered = <Op extends Operation, Row>(operation: Op, allow: Rule<Row>): Omit<Op, 'allow'> & { allow: Rule<Row> } =>
  ({ ...operation, allow })
