import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { memberRole } from '../limits.ts'
import { basesSeenBy, type Context } from '../policy.ts'

/** Bases of which the person is a member, with their role. */
export const listMyBases = query({
  http: 'GET /my/bases',
  input: z.object({}),
  output: z.object({
    bases: z.array(z.object({
      id: z.uuid(), slug: z.string(), title: z.string(), excerpt: z.string(), logoFileId: z.uuid().nullable(), isPublic: z.boolean(),
      role: memberRole,
    })),
  }),
  allow: signedIn,
  run: async (context: Context) => {
    const rows = await basesSeenBy(context).innerJoin('bases.base_member as member', 'member.base_id', 'base.id')
      .where('member.person_id', '=', context.actor.id!)
      .select([
        'base.id', 'base.slug', 'base.title', 'base.excerpt', 'base.logo_file_id as logoFileId', 'base.is_public as isPublic',
        'member.role',
      ])
      .orderBy(sql`base.title collate kernel.french`).execute()
    return { bases: rows.map((row) => ({ ...row, role: row.role as 'administrator' })) }
  },
})
