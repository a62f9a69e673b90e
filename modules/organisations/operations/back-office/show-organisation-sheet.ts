import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { invitationState } from '../../invitations.ts'
import { offered, type Context } from '../../policy.ts'
import { groupKinds, organisationKinds } from '../../roles.ts'
import { closeOrganisationGroup } from './close-organisation-group.ts'
import { closeOrganisation } from './close-organisation.ts'
import { createOrganisationGroup } from './create-organisation-group.ts'
import { editOrganisationGroup } from './edit-organisation-group.ts'
import { inviteAdministrator } from './invite-administrator.ts'
import { reopenOrganisationGroup } from './reopen-organisation-group.ts'
import { reopenOrganisation } from './reopen-organisation.ts'
import { revokeAdministratorInvitation } from './revoke-administrator-invitation.ts'
import { isAdministered } from './target.ts'
import { updateOrganisation } from './update-organisation.ts'

const administers = holds('administrator')

const administratorsOf = ({ db }: Context, id: string) => db.selectFrom('organisations.membership as membership')
  .innerJoin('identity.card as person', 'person.id', 'membership.person_id')
  .leftJoin('organisations.suspended_person as suspended', 'suspended.person_id', 'membership.person_id')
  .where('membership.organisation_id', '=', id).where('membership.role', '=', 'structure-manager').where('membership.ended_at', 'is', null)
  .select(['membership.person_id', 'person.name', 'membership.valid_from', 'membership.valid_to', 'suspended.person_id as suspended'])
  .orderBy('membership.id').execute()

const invitationsOf = ({ db }: Context, id: string) => db.selectFrom('organisations.invitation').selectAll()
  .where('organisation_id', '=', id)
  .where('by_platform', '=', true).where('accepted_at', 'is', null).where('revoked_at', 'is', null).orderBy('id', 'desc').limit(20)
    .execute()

const groupsOf = ({ db }: Context, id: string) => db.selectFrom('organisations.group as one').selectAll('one')
  .where('one.organisation_id', '=', id)
  .select(sql<number>`(select count(distinct person_id) from organisations.membership
    where organisation_id = one.organisation_id and group_id = one.id and ended_at is null)`.as('people'))
  .orderBy(sql`one.name collate kernel.french`).orderBy('one.id').limit(2000).execute()

/** All that administrators of the platform look after in an organisation: what it is, who administers it, its groups. Never its files. */
export const showOrganisationSheet = query({
  http: 'GET /back-office/organisations/:organisationId',
  input: z.object({ organisationId: z.uuid() }),
  output: z.object({
    organisationId: z.uuid(), name: z.string(), kind: z.enum(organisationKinds), siret: z.string().nullable(), uai: z.string().nullable(),
    timeZone: z.string(), parent: z.object({ id: z.uuid(), name: z.string(), number: z.string() }).nullable(),
    children: z.array(z.object({ id: z.uuid(), name: z.string() })), acceptsRequests: z.boolean(), closedAt: z.string().nullable(),
      createdAt: z.string(),
    version: z.int(), people: z.int(), isAdministered: z.boolean(),
    administrators: z.array(z.object({ id: z.uuid(), name: z.string().nullable(), validFrom: z.string(), validTo: z.string().nullable(),
      isSuspended: z.boolean() })),
    invitations: z.array(z.object({
      id: z.uuid(), email: z.string(), createdAt: z.string(), expiresAt: z.string(), state: z.enum(['good', 'used', 'revoked', 'expired']),
    })),
    groups: z.array(z.object({
      id: z.uuid(), kind: z.enum(groupKinds), name: z.string(), code: z.string().nullable(), parentId: z.uuid().nullable(), people: z.int(),
      closedAt: z.string().nullable(), version: z.int(),
    })),
    now: z.string(),
  }),
  on: ({ db }: Context, { organisationId }) => db.selectFrom('organisations.organisation as organisation').selectAll('organisation')
    .select(isAdministered('organisation').as('is_administered')).where('organisation.id', '=', organisationId).executeTakeFirst(),
  allow: administers,
  can: {
    updateOrganisation: offered(updateOrganisation, administers), closeOrganisation: offered(closeOrganisation, administers),
    reopenOrganisation: offered(reopenOrganisation, administers), inviteAdministrator: offered(inviteAdministrator, administers),
    revokeAdministratorInvitation: offered(revokeAdministratorInvitation, administers),
    createOrganisationGroup: offered(createOrganisationGroup, administers),
      editOrganisationGroup: offered(editOrganisationGroup, administers),
    closeOrganisationGroup: offered(closeOrganisationGroup, administers),
      reopenOrganisationGroup: offered(reopenOrganisationGroup, administers),
  },
  run: async (context: Context, _, one) => {
    const { db, now } = context
    const [parent, children, people, administrators, invitations, groups] = await Promise.all([
      one.parent_id ? db.selectFrom('organisations.organisation').select(['id', 'name', 'siret', 'uai']).where('id', '=', one.parent_id)
        .executeTakeFirst() : undefined,
      db.selectFrom('organisations.organisation').select(['id', 'name']).where('parent_id', '=', one.id).orderBy('name').limit(200)
        .execute(),
      db.selectFrom('organisations.membership').where('organisation_id', '=', one.id).where('ended_at', 'is', null)
        .select((eb) => eb.fn.count<number>('person_id').distinct().as('n')).executeTakeFirstOrThrow(),
      administratorsOf(context, one.id), invitationsOf(context, one.id), groupsOf(context, one.id),
    ])
    return {
      organisationId: one.id, name: one.name, kind: one.kind as 'establishment', siret: one.siret, uai: one.uai, timeZone: one.time_zone,
      parent: parent ? { id: parent.id, name: parent.name, number: parent.siret ?? parent.uai ?? parent.id } : null, children,
      acceptsRequests: one.accepts_requests, closedAt: one.closed_at, createdAt: one.created_at, version: one.version, people: people.n,
      isAdministered: one.is_administered,
      administrators: administrators.map((row) => ({
        id: row.person_id, name: row.name, validFrom: row.valid_from, validTo: row.valid_to, isSuspended: row.suspended !== null,
      })),
      invitations: invitations.map((row) => ({
        id: row.id, email: row.email!, createdAt: row.created_at, expiresAt: row.expires_at, state: invitationState(row, now),
      })),
      groups: groups.map((row) => ({
        id: row.id, kind: row.kind as 'class', name: row.name, code: row.code, parentId: row.parent_id, people: row.people,
          closedAt: row.closed_at,
        version: row.version,
      })),
      now,
    }
  },
})
