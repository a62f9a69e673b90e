import { sql } from 'kysely'
import { z } from 'zod'
import { journalErasure } from '#kernel/db/restore-erasures.ts'
import { job } from '#kernel/fact/job.ts'
import { reaction } from '#kernel/fact/reaction.ts'
import { system } from '#kernel/operation/actor.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { mailingOf, personToErase } from '#modules/identity/api.ts'
import { erasureOrdered, mergeAsked, mergeConfirmed } from '#modules/identity/events.ts'
import { archives } from './archive/build.ts'
import { configured, engine } from './configuration.ts'
import { personErased } from './events.ts'
import { farewell } from './letters.ts'
import type { Context, WorkerContext } from './policy.ts'

/**
 * Erases the person of an order: each module settles what they leave, then their rows go or are emptied as declared. A command of the
 * worker, in one transaction with its trace and its fact; no route leads to it.
 */
const carryOutErasure = {
  ...command({
    http: 'POST /privacy/orders/:erasureId/end',
    input: z.object({ erasureId: z.uuid() }),
    output: z.object({}),
    on: async (context: Context, { erasureId }) => {
      const personId = await personToErase(context, erasureId)
      return personId === undefined ? undefined : { personId }
    },
    allow: holds('system'),
    run: async (context: Context, { erasureId }, { personId }) => {
      const { modules, data } = configured()
      for (const { departure } of modules) await departure?.settle(context, personId)
      await sql`select privacy.erase_ordered(${erasureId})`.execute(context.db)
      await context.record(personErased, { personId })
      // Last, and before the commit: one who is journalled and still there is erased by the next try; the contrary would come back with a backup.
      await journalErasure(data, personId, context.now)
      return {}
    },
  }),
  name: 'privacy.carryOutErasure',
}

/** Carries out what an administrator ordered, and tells the person. Again after a failure; twice is once. */
export const eraseOrdered = job({
  name: 'privacy.erase-ordered',
  payload: z.object({ erasureId: z.uuid() }),
  run: async (context: WorkerContext, { erasureId }) => {
    const personId = await personToErase(context, erasureId)
    if (personId === undefined) return { state: 'done-before' }
    // Read now: afterwards nothing says where to write, nor which archives there were.
    const mailing = await mailingOf(context, personId)
    const held = await context.db.selectFrom('privacy.archive').select('id').where('person_id', '=', personId).execute()
    await engine().run(carryOutErasure, { erasureId }, { actor: system, origin: context.origin })
    for (const { id } of held) await archives.remove(id)
    return { state: 'done', letter: mailing ? await farewell(context, mailing, 'ordered') : 'unknown' }
  },
})

/** Says what a merge would do, for who has to confirm it. */
export const previewMerge = job({
  name: 'privacy.preview-merge',
  payload: z.object({ mergeId: z.uuid() }),
  run: async ({ db }: WorkerContext, { mergeId }) => {
    const { rows: [row] } = await sql<{ tables: number | null }>`select privacy.rehearse_merge(${mergeId}) as tables`.execute(db)
    return row?.tables === null ? { state: 'late' } : { tables: row!.tables }
  },
})

/** Two people become one, in every module, in one transaction. */
export const carryOutMerge = job({
  name: 'privacy.carry-out-merge',
  payload: z.object({ mergeId: z.uuid() }),
  run: ({ transaction }, { mergeId }) => transaction(async ({ db }) => {
    const { rows: [row] } = await sql<{ is_done: boolean }>`select privacy.merge(${mergeId}) as is_done`.execute(db)
    return { state: row!.is_done ? 'done' : 'done-before' }
  }),
})

export const startErasure = reaction({
  name: 'privacy.start-erasure', to: erasureOrdered,
  run: (context: WorkerContext, { erasureId }) => context.enqueue(eraseOrdered, { erasureId }, { key: `erasure:${erasureId}` }),
})

export const startPreview = reaction({
  name: 'privacy.start-merge-preview', to: mergeAsked,
  run: (context: WorkerContext, { mergeId }) => context.enqueue(previewMerge, { mergeId }, { key: `merge-preview:${mergeId}` }),
})

export const startMerge = reaction({
  name: 'privacy.start-merge', to: mergeConfirmed,
  run: (context: WorkerContext, { mergeId }) => context.enqueue(carryOutMerge, { mergeId }, { key: `merge:${mergeId}` }),
})
