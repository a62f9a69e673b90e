import { v7 } from '#kernel/id.ts'
import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { holdBasePictures } from '../publishing/attachments.ts'
import { baseColumns } from '../base.ts'
import { baseCreated } from '../events.ts'
import { indexBase } from '../indexing.ts'
import { baseInput } from '../limits.ts'
import type { Context } from '../policy.ts'
import { claimSlug } from '../titles/slugs.ts'
import { holdBaseIfSpam } from '../moderation/withholding.ts'
import { warnOfTwin } from '../titles/twins.ts'

/** Opens a base; who opens it administers it. */
export const createBase = command({
  http: 'POST /bases',
  input: z.object({ ...baseInput.shape, warnOfTwin: z.boolean().default(false) }),
  output: z.object({ baseId: z.uuid(), slug: z.string() }),
  allow: signedIn,
  run: async (context: Context, input) => {
    const { db, actor, now } = context
    await warnOfTwin(context, 'base', input.title, input.warnOfTwin)
    const id = v7()
    const slug = await claimSlug(context, 'base', id, input.title)
    const columns = await holdBaseIfSpam(context, id, slug, await baseColumns(context, input))
    const base = await db.insertInto('bases.base').values({ id, slug, ...columns, created_by: actor.id!, created_at: now, updated_at: now })
      .returningAll().executeTakeFirstOrThrow()
    await db.insertInto('bases.base_member').values({ base_id: id, person_id: actor.id!, role: 'administrator', added_at: now }).execute()
    await holdBasePictures(context, base)
    await indexBase(context, base)
    await context.record(baseCreated, { baseId: id })
    return { baseId: id, slug }
  },
})
