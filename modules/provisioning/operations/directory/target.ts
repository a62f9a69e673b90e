import { sql } from 'kysely'
import { z } from 'zod'
import { belongsTo } from '#kernel/operation/rule.ts'
import { placeOf, type Context } from '../../policy.ts'
import { fail } from '../../scim/error.ts'
import { groupRows, userRows } from '../../scim/rows.ts'

/** A directory (a program, by its token) or a person who keeps all the people of the organisation. */
export const mayProvision = belongsTo('organisation', 'organisation_id', 'structure-manager', 'pedagogical-administrator')

export const organisationId = z.uuid()
export const resource = z.record(z.string(), z.unknown())
/** Version that the caller has seen (RFC 7644 §3.14). */
export const expected = z.int().optional()
export const page = { filter: z.string().max(2000).optional(), startIndex: z.int().min(1).default(1), count: z.int().min(0).max(200).default(100) }

interface One { organisationId: string; id: string }

/** A user of the directory of an organisation that the actor sees, held until the commit by a command. */
export const userIn = async (context: Context, { organisationId, id }: One) => {
  const place = await placeOf(context, { organisationId })
  const { rows: [user] } = place ? await userRows(context, organisationId, sql`one.id = ${id}::uuid`) : { rows: [] }
  return place && user && { ...place, user }
}

export const groupIn = async (context: Context, { organisationId, id }: One) => {
  const place = await placeOf(context, { organisationId })
  const { rows: [group] } = place ? await groupRows(context, organisationId, sql`one.id = ${id}::uuid`) : { rows: [] }
  return place && group && { ...place, group }
}

/** The same for a command: the row is held first, so that what is read of it stays true. */
export const lockedUser = async (context: Context, one: One) => {
  await context.db.selectFrom('provisioning.scim_user').select('id').where('organisation_id', '=', one.organisationId).where('id', '=', one.id).forUpdate().executeTakeFirst()
  return userIn(context, one)
}
export const lockedGroup = async (context: Context, one: One) => {
  await context.db.selectFrom('provisioning.scim_group').select('id').where('organisation_id', '=', one.organisationId).where('id', '=', one.id).forUpdate().executeTakeFirst()
  return groupIn(context, one)
}

/** @throws Refusal 412 when the row is no longer what the caller saw. */
export const checkVersion = (version: number, expected: number | undefined): void => {
  if (expected !== undefined && expected !== version) fail('invalidVers', 'the resource has changed')
}
