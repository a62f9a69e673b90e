import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { v7 } from '#kernel/id.ts'
import { importStarted } from '../events.ts'
import { groupKind, role } from '../limits.ts'
import { mayImport, placeOf, rolesFor, type Context } from '../policy.ts'
import { holdSource, sourceName } from '../source.ts'

/** The group is not of the organisation (PostgreSQL, foreign_key_violation). */
const isForeign = (error: unknown) => (error as { code?: string }).code === '23503'

/** Gives a list that was sent: it is read, and what it would do is shown. Changes nobody yet. */
export const startImport = command({
  http: 'POST /organisations/:organisationId/imports',
  input: z.object({
    organisationId: z.uuid(), sourceId: z.uuid(), groupId: z.uuid().nullable().optional(), role: role.default('student'), groupKind: groupKind.default('class'),
    mode: z.enum(['add', 'synchronise']).default('add'),
  }),
  output: z.object({ importId: z.uuid() }),
  on: placeOf,
  allow: mayImport,
  run: async (context: Context, { sourceId, role, groupKind, mode }, place) => {
    const { db, actor, now, record } = context
    const given = rolesFor(context, place)
    if (!given.includes(role)) throw new Refusal('provisioning.role-not-yours', {}, 403)
    const importId = v7()
    // One that waits for the virus scanner is held, and named, by the job that reads it.
    const held = await holdSource(context, importId, sourceId)
    if (held === 'gone') throw new Refusal('provisioning.source-unknown', {}, 422)
    await db.insertInto('provisioning.import').values({
      id: importId, organisation_id: place.id, group_id: place.group_id, group_name: place.group_id ? `#${place.group_id}` : '', group_kind: groupKind,
      file_id: sourceId, file_name: await sourceName(context, sourceId) ?? '', role, roles: given, mode, state: 'reading', started_by: actor.id ?? null, created_at: now,
    }).execute().catch((error: unknown) => { throw isForeign(error) ? new Refusal('provisioning.group-unknown', {}, 422) : error })
    await record(importStarted, { organisationId: place.id, importId })
    return { importId }
  },
})
