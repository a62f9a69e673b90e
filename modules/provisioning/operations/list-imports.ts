import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { importsSeenBy, mayImport, placeOf, rolesFor, type Context } from '../policy.ts'
import { mostDepartures } from '../scim/departures.ts'
import { allowDepartures } from './directory/allow-departures.ts'
import { mayProvision } from './directory/target.ts'
import { startImport } from './start-import.ts'

const directoryOf = async ({ db, now }: Context, organisationId: string) => {
  const { rows: [found] } = await sql<{ users: number; groups: number; changedAt: string | null }>`select
    (select count(*) from provisioning.scim_user where organisation_id = ${organisationId}) as users,
    (select count(*) from provisioning.scim_group where organisation_id = ${organisationId}) as groups,
    (select max(changed_at) from provisioning.scim_user where organisation_id = ${organisationId}) as "changedAt"`.execute(db)
  if (!found?.changedAt) return null
  const day = await db.selectFrom('provisioning.directory').selectAll().where('organisation_id', '=', organisationId)
    .where(sql<boolean>`window_start > ${now}::timestamptz - interval '1 day'`).executeTakeFirst()
  const allowedUntil = day?.allowed_until && day.allowed_until > now ? day.allowed_until : null
  return {
    ...found, changedAt: found.changedAt, departures: day?.departures ?? 0, allowedUntil,
    isStopped: day !== undefined && !allowedUntil && day.departures >= mostDepartures(day.users),
  }
}

/** Imports of an organisation that the person could have started, the last first; and what they need to start another. */
export const listImports = query({
  http: 'GET /organisations/:organisationId/imports',
  input: z.object({ organisationId: z.uuid(), groupId: z.uuid().optional(), before: z.uuid().optional() }),
  output: z.object({
    organisation: z.object({ id: z.uuid(), name: z.string() }), groupId: z.uuid().nullable(), roles: z.array(z.string()),
    imports: z.array(z.object({
      id: z.uuid(), fileName: z.string(), state: z.string(), mode: z.string(), rows: z.int(), startedBy: z.string().nullable(), createdAt: z.string(),
      forGroup: z.boolean(),
    })),
    next: z.uuid().nullable(),
    /** What a directory pushes there (SCIM), for who keeps the whole organisation. */
    directory: z.object({
      users: z.int(), groups: z.int(), changedAt: z.string(),
      /** It made as many users leave as it may within a day, and is refused the next ones until a person allows them. */
      isStopped: z.boolean(), departures: z.int(), allowedUntil: z.string().nullable(),
    }).nullable(),
  }),
  confidential: true,
  on: placeOf,
  allow: mayImport,
  can: { startImport, allowDepartures },
  run: async (context: Context, { before }, place) => {
    const rows = await importsSeenBy(context).leftJoin('identity.card as starter', 'starter.id', 'import.started_by')
      .select(['import.id', 'import.file_name', 'import.state', 'import.mode', 'import.rows_read', 'starter.name', 'import.created_at', 'import.group_id'])
      .where('import.organisation_id', '=', place.id).$if(before !== undefined, (one) => one.where('import.id', '<', before!))
      .orderBy('import.id', 'desc').limit(21).execute()
    const imports = rows.slice(0, 20).map((row) => ({
      id: row.id, fileName: row.file_name, state: row.state, mode: row.mode, rows: row.rows_read, startedBy: row.name, createdAt: row.created_at,
      forGroup: row.group_id !== null,
    }))
    return {
      organisation: { id: place.id, name: place.name }, groupId: place.group_id, roles: rolesFor(context, place), imports,
      next: rows.length > 20 ? imports.at(-1)!.id : null, directory: mayProvision.holds(context.actor, place) ? await directoryOf(context, place.id) : null,
    }
  },
})
