import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { v7 } from '#kernel/id.ts'
import { importStarted } from '../events.ts'
import { groupKind, role } from '../limits.ts'
import { mayImport, placeOf, rolesFor, type Context } from '../policy.ts'

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
    const source = await db.selectFrom('provisioning.source').select(['id', 'name']).where('id', '=', sourceId)
      .where('organisation_id', '=', place.id).where('uploaded_by', 'is not distinct from', actor.id ?? null).where('completed_at', 'is not', null)
      .where((eb) => eb.not(eb.exists(eb.selectFrom('provisioning.import').select('id').whereRef('source_id', '=', 'provisioning.source.id'))))
      .forShare().executeTakeFirst()
    if (!source) throw new Refusal('provisioning.source-unknown', {}, 422)
    const importId = v7()
    await db.insertInto('provisioning.import').values({
      id: importId, organisation_id: place.id, group_id: place.group_id, group_name: place.group_id ? `#${place.group_id}` : '', group_kind: groupKind,
      source_id: source.id, file_name: source.name, role, roles: given, mode, state: 'reading', started_by: actor.id ?? null, created_at: now,
    }).execute()
    await record(importStarted, { organisationId: place.id, importId })
    return { importId }
  },
})
