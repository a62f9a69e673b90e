import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Context } from '../policy.ts'
import type { GroupResource, UserResource } from './resource.ts'
import { urn } from './urn.ts'

interface Common { id: string; created_at: string; changed_at: string; version: number }
export interface UserRow extends Common { user_name: string; is_active: boolean; subject_id: string | null; resource: UserResource; groups: { value: string; display: string }[] }
export interface GroupRow extends Common { display_name: string; group_id: string; resource: Omit<GroupResource, 'members'>; members: { value: string; display: string }[] }

interface Page { startIndex: number; count: number }
interface Found<Row> { rows: Row[]; total: number }

/** A query whose page is empty still says how many there are. */
const found = <Row>(rows: (Row & { total: number })[]): Found<Row> => ({ rows: rows.filter((row) => 'id' in row && (row as { id: unknown }).id !== null), total: rows[0]?.total ?? 0 })

/** Users of one organisation that a condition on `one` chooses, the oldest first. */
export const userRows = async ({ db }: Context, organisationId: string, condition: RawBuilder<SqlBool>, { startIndex, count }: Page = { startIndex: 1, count: 1 }) => {
  const { rows } = await sql<UserRow & { total: number }>`with matching as (
      select one.* from provisioning.scim_user as one where one.organisation_id = ${organisationId} and ${condition})
    select page.id, page.user_name, page.is_active, page.subject_id, page.resource, page.created_at, page.changed_at, page.version,
      coalesce((select jsonb_agg(jsonb_build_object('value', held.group_id, 'display', owner.display_name) order by owner.display_name)
        from provisioning.scim_member as held join provisioning.scim_group as owner on owner.id = held.group_id where held.user_id = page.id), '[]') as groups,
      counted.total
    from (select count(*) as total from matching) as counted
    left join (select * from matching order by id offset ${startIndex - 1} limit ${count}) as page on true order by page.id`.execute(db)
  return found<UserRow>(rows)
}

/** Groups of one organisation, as above. @param withMembers false where the request leaves them out: they may be thousands. */
export const groupRows = async (
  { db }: Context, organisationId: string, condition: RawBuilder<SqlBool>, { startIndex, count }: Page = { startIndex: 1, count: 1 }, withMembers = true,
) => {
  const { rows } = await sql<GroupRow & { total: number }>`with matching as (
      select one.* from provisioning.scim_group as one where one.organisation_id = ${organisationId} and ${condition})
    select page.id, page.display_name, page.group_id, page.resource, page.created_at, page.changed_at, page.version,
      case when ${withMembers}::boolean then coalesce((select jsonb_agg(jsonb_build_object('value', held.user_id, 'display', who.user_name) order by who.user_name)
        from provisioning.scim_member as held join provisioning.scim_user as who on who.id = held.user_id where held.group_id = page.id), '[]') else '[]' end as members,
      counted.total
    from (select count(*) as total from matching) as counted
    left join (select * from matching order by id offset ${startIndex - 1} limit ${count}) as page on true order by page.id`.execute(db)
  return found<GroupRow>(rows)
}

const metaOf = (resourceType: 'User' | 'Group', { created_at, changed_at, version }: Common) =>
  ({ resourceType, created: new Date(created_at).toISOString(), lastModified: new Date(changed_at).toISOString(), version: `W/"${version}"` })

/** A user as SCIM writes it, but for addresses, which the route knows. */
export const userOf = (row: UserRow): Record<string, unknown> => ({
  schemas: [urn.user, ...row.resource[urn.enterprise] ? [urn.enterprise] : []], id: row.id, ...row.resource, active: row.is_active,
  ...row.groups.length > 0 && { groups: row.groups }, meta: metaOf('User', row),
})

export const groupResourceOf = (row: GroupRow): Record<string, unknown> => ({
  schemas: [urn.group], id: row.id, ...row.resource, displayName: row.display_name,
  ...row.members.length > 0 && { members: row.members.map((member) => ({ ...member, type: 'User' })) }, meta: metaOf('Group', row),
})
