import { sql } from 'kysely'
import { z } from 'zod'
import { scopesOf } from '#kernel/operation/actor.ts'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/**
 * Organisations in which the person may import: in all of one that they manage (`isWhole`), or perhaps in the programmes of one to which they belong,
 * when they manage some.
 */
export const listImportPlaces = query({
  http: 'GET /me/import-places',
  input: z.object({}),
  output: z.object({ places: z.array(z.object({ id: z.uuid(), name: z.string(), isWhole: z.boolean() })), hasProposals: z.boolean() }),
  confidential: true,
  allow: signedIn,
  run: async ({ db, actor }: Context) => {
    const whole = ['structure-manager', 'pedagogical-administrator'].flatMap((role) => scopesOf(actor, 'organisation', role))
    // A programme is in one of the person's organisations, which its grant does not name.
    const ids = scopesOf(actor, 'group', 'programme-manager').length > 0 ? scopesOf(actor, 'organisation') : whole
    const places = await db.selectFrom('organisations.card').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .where('is_closed', '=', false).orderBy('name').execute()
    const waiting = await db.selectFrom('provisioning.proposal').select('id').where('person_id', '=', actor.id!).where('state', '=', 'pending').executeTakeFirst()
    return { places: places.map((place) => ({ ...place, isWhole: whole.includes(place.id) })), hasProposals: waiting !== undefined }
  },
})
