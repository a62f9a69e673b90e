import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { setting } from '#modules/settings/api.ts'
import { isFresh } from '../fresh.ts'
import { myArchives, myDeletion, type Context } from '../policy.ts'
import { departure } from '../setting.ts'
import { cancelDeletion } from './cancel-deletion.ts'
import { requestArchive } from './request-archive.ts'

const instant = z.string().nullable()

/** Where one's requests stand: the archive of one's data, the deletion of one's account. */
export const showMyData = query({
  http: 'GET /me/data',
  input: z.object({}),
  output: z.object({
    archive: z.object({
      archiveId: z.uuid(), state: z.enum(['asked', 'ready', 'failed']), askedAt: z.string(), endsAt: instant, size: z.int().nullable(),
    }).nullable(),
    deletion: z.object({ reason: z.enum(['asked', 'inactive']), askedAt: z.string(), dueAt: z.string() }).nullable(),
    /** Whether the person proved recently enough who they are to take all of it away. */
    isFresh: z.boolean(), archiveDays: z.int(), deletionDays: z.int(), timeZone: z.string(), now: z.string(),
  }),
  on: async (context: Context) => {
    const [archive, deletion] = await Promise.all([
      myArchives(context).selectAll('archive').orderBy('archive.id', 'desc').executeTakeFirst(), myDeletion(context).executeTakeFirst(),
    ])
    return { archive, deletion, asked: archive?.state === 'asked' ? archive : undefined, person_id: deletion?.person_id ?? null }
  },
  allow: inPerson,
  confidential: true,
  can: { requestArchive, cancelDeletion },
  run: async (context: Context, _, { archive, deletion }) => {
    const { actor, now } = context
    const over = !archive || archive.state === 'ended' || archive.ends_at !== null && archive.ends_at <= now
    return {
      archive: over ? null : {
        archiveId: archive.id, state: archive.state as 'asked', askedAt: archive.asked_at, endsAt: archive.ends_at, size: archive.size,
      },
      deletion: deletion ? { reason: deletion.reason as 'asked', askedAt: deletion.asked_at, dueAt: deletion.due_at } : null,
      isFresh: isFresh(actor, now), timeZone: actor.timeZone, now, ...await setting(context, departure),
    }
  },
})
