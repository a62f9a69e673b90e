import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { personCard } from '../people.ts'
import { basesSeenBy, profilesSeenBy, type Context } from '../policy.ts'

const MOST = 200

/** The bases and the people whom one follows, those that can be seen still. */
export const listFollowed = query({
  http: 'GET /my/followed',
  input: z.object({}),
  output: z.object({
    bases: z.array(z.object({ id: z.uuid(), slug: z.string(), title: z.string(), logoFileId: z.uuid().nullable() })), people: z.array(personCard),
  }),
  allow: signedIn,
  run: async (context: Context) => {
    const [bases, people] = await Promise.all([
      basesSeenBy(context).innerJoin('bases.followed_base as followed', 'followed.base_id', 'base.id').where('followed.person_id', '=', context.actor.id!)
        .select(['base.id', 'base.slug', 'base.title', 'base.logo_file_id as logoFileId']).orderBy(sql`base.title collate kernel.french`).limit(MOST).execute(),
      profilesSeenBy(context).innerJoin('bases.followed_person as followed', 'followed.followed_id', 'profile.id').where('followed.person_id', '=', context.actor.id!)
        .select(['profile.id', 'profile.name', 'profile.title', 'profile.portrait_file_id as portraitFileId'])
        .orderBy(sql`profile.name collate kernel.french`).limit(MOST).execute(),
    ])
    return { bases, people }
  },
})
