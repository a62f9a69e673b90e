import { sql } from 'kysely'
import { z } from 'zod'
import { audienceShape } from './audience.ts'
import type { Context } from './policy.ts'

/** An announcement as those who made it see it. */
export const listed = z.object({
  id: z.uuid(), title: z.string(), audience: audienceShape, isCritical: z.boolean(), asksAcknowledgement: z.boolean(), dueAt: z.string(),
  endsAt: z.string().nullable(), state: z.string(), reached: z.int(), acknowledged: z.int(), by: z.string().nullable(),
    recalledReason: z.string().nullable(), version: z.int(),
})
const PAGE = 20

/** Those of an organisation, or of the platform: the newest first, with how many got each and how many said that they read it. */
export const announcementsOf = async ({ db }: Context, organisationId: string | null, before: string | undefined) => {
  const rows = await db.selectFrom('announcements.announcement as one').leftJoin('identity.card as author', 'author.id', 'one.author_id')
    .leftJoin('organisations.card as organisation', 'organisation.id', 'one.to_organisation_id')
    .where('one.organisation_id', organisationId === null ? 'is' : '=', organisationId).$if(before !== undefined,
      (all) => all.where('one.id', '<', before!))
    .selectAll('one').select(['author.name as author', 'organisation.name as organisation',
      sql<number>`announcements.acknowledged(one.id)`.as('acknowledged'),
      sql<string | null>`(select max(group_name) from organisations.holding where group_id = one.to_group_id)`.as('group')])
    .orderBy('one.id', 'desc').limit(PAGE + 1).execute()
  const announcements = rows.slice(0, PAGE).map((row): z.input<typeof listed> => ({
    id: row.id, title: row.title, isCritical: row.is_critical, asksAcknowledgement: row.asks_acknowledgement, dueAt: row.due_at,
      endsAt: row.ends_at,
    state: row.state, reached: row.reached, acknowledged: row.acknowledged, by: row.author, recalledReason: row.recalled_reason,
      version: row.version,
    audience: { audience: row.audience as 'everyone', organisation: row.organisation, role: row.to_role, group: row.group },
  }))
  return { announcements, next: rows.length > PAGE ? announcements.at(-1)!.id : null }
}
