import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { dateRefused, draftTarget } from '../../changing.ts'
import type { Context } from '../../policy.ts'

/** Keeps the version that is being written; nobody else than administrators reads it. `body` is Markdown. */
export const saveDraft = command({
  http: 'PUT /back-office/terms/draft',
  input: z.object({ changes: z.string().trim().min(1).max(500), appliesFrom: z.iso.date(), body: z.string().trim().min(1).max(100_000) }),
  output: z.object({ version: z.int() }),
  on: (context: Context) => draftTarget(context),
  allow: holds('administrator'),
  versioned: true,
  when: (target, { appliesFrom }, { now }) => dateRefused(appliesFrom, target, now),
  run: async ({ db, now }: Context, { changes, appliesFrom, body }, { draft }) => {
    const values = { changes, applies_from: appliesFrom, body, saved_at: now, version: (draft?.version ?? 0) + 1 }
    if (draft) await db.updateTable('terms.version').set(values).where('id', '=', draft.id).execute()
    else await db.insertInto('terms.version').values({ id: v7(), ...values }).execute()
    return { version: values.version }
  },
})
