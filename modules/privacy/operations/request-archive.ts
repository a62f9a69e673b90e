import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { archiveAsked } from '../events.ts'
import { PROVED_WITHIN } from '../fresh.ts'
import { myArchives, type Context } from '../policy.ts'

/** Asks for all that is held on inPerson: a job makes it. One at a time; what was made before ends. */
export const requestArchive = command({
  http: 'POST /me/archives',
  input: z.object({}),
  output: z.object({ archiveId: z.uuid() }),
  on: async (context: Context) => ({
    asked: await myArchives(context).select('archive.id').where('archive.state', '=', 'asked').executeTakeFirst(),
  }),
  allow: inPerson,
  provedWithin: PROVED_WITHIN,
  when: ({ asked }) => asked ? 'privacy.archive-asked' : undefined,
  run: async ({ db, actor, now, record }: Context) => {
    const archiveId = v7()
    await db.updateTable('privacy.archive').set({ state: 'ended' }).where('person_id', '=', actor.id!).where('state', '=', 'ready')
      .execute()
    await db.insertInto('privacy.archive').values({ id: archiveId, person_id: actor.id!, asked_at: now }).execute()
    await record(archiveAsked, { archiveId })
    return { archiveId }
  },
})
