import { sql } from 'kysely'
import { z } from 'zod'
import { journalErasure } from '#kernel/db/restore-erasures.ts'
import { job } from '#kernel/fact/job.ts'
import { system } from '#kernel/operation/actor.ts'
import { command } from '#kernel/operation/operation.ts'
import { holds } from '#kernel/operation/rule.ts'
import { lastVisitOf, mailingOf, timeZonesOf } from '#modules/identity/api.ts'
import { notify } from '#modules/notifications/api.ts'
import { archives } from './archive/build.ts'
import { configured, engine } from './configuration.ts'
import { personErased } from './events.ts'
import { farewell } from './letters.ts'
import { deletionKinds } from './notices.ts'
import type { Context, WorkerContext } from './policy.ts'

const DAY = 86_400_000
/** Days before the end at which somebody who asked to leave is told once more. */
const REMINDER = 3

/**
 * Erases the person of a deletion whose delay is over: each module settles what they leave, then their rows go or are emptied as declared.
 * A command of the worker, in one transaction with its trace and its fact; no route leads to it.
 */
const finishDeletion = {
  ...command({
    http: 'POST /privacy/deletions/:deletionId/end',
    input: z.object({ deletionId: z.uuid() }),
    output: z.object({}),
    on: ({ db }: Context, { deletionId }) => db.selectFrom('privacy.deletion').selectAll().where('id', '=', deletionId)
      .where('state', '=', 'waiting').forUpdate().executeTakeFirst(),
    allow: holds('system'),
    when: ({ due_at }, _, { now }) => due_at > now ? 'privacy.not-due' : undefined,
    run: async (context: Context, { deletionId }, { person_id: personId }) => {
      const { modules, data } = configured()
      for (const { departure } of modules) await departure?.settle(context, personId!)
      await sql`select privacy.erase(${deletionId})`.execute(context.db)
      await context.record(personErased, { personId: personId! })
      // Last, and before the commit: one who is journalled and still there is erased by the next try; the
      // contrary would come back with a backup.
      await journalErasure(data, personId!, context.now)
      return {}
    },
  }),
  name: 'privacy.finishDeletion',
}

/** Whether somebody who was away came back, or holds by now what no absence takes away. */
const stays = async (context: WorkerContext, personId: string, since: string): Promise<boolean> => {
  const visit = await lastVisitOf(context, personId)
  if (visit !== undefined && visit > since) return true
  return (await sql`select from privacy.held_by(${personId})`.execute(context.db)).rows.length > 0
}

/** Erases one person, and tells them. */
export const erasePerson = job({
  name: 'privacy.erase-person',
  payload: z.object({ deletionId: z.uuid() }),
  run: async (context: WorkerContext, { deletionId }) => {
    const { db, now } = context
    const deletion = await db.selectFrom('privacy.deletion').selectAll().where('id', '=', deletionId).where('state', '=', 'waiting')
      .executeTakeFirst()
    if (!deletion?.person_id || deletion.due_at > now) return { state: 'late' }
    const { person_id: personId, reason, asked_at: since } = deletion
    if (reason === 'inactive' && await stays(context, personId, since)) {
      await db.updateTable('privacy.deletion').set({ state: 'cancelled', ended_at: now }).where('id', '=', deletionId).execute()
      return { state: 'cancelled' }
    }
    // Read now: afterwards nothing says where to write.
    const mailing = await mailingOf(context, personId)
    const held = await db.selectFrom('privacy.archive').select('id').where('person_id', '=', personId).execute()
    await engine().run(finishDeletion, { deletionId }, { actor: system, origin: context.origin })
    for (const { id } of held) await archives.remove(id)
    return { state: 'done', letter: mailing ? await farewell(context, mailing, 'done') : 'unknown' }
  },
})

/** Each hour: those whose delay is over. Each has a job of its own, so that one that fails holds nobody else. */
export const finishDeletions = job({
  name: 'privacy.finish-deletions',
  payload: z.object({}).loose(),
  schedule: '7 * * * *',
  run: async ({ db, now, enqueue }: WorkerContext) => {
    const due = await db.selectFrom('privacy.deletion').select('id').where('state', '=', 'waiting').where('due_at', '<=', now).execute()
    for (const { id } of due) await enqueue(erasePerson, { deletionId: id }, { key: `erase:${id}` })
    return { due: due.length }
  },
})

/** Each day: those who asked to leave, and go in a few days, are told once more how to stay. */
export const remindDeletions = job({
  name: 'privacy.remind-deletions',
  payload: z.object({}).loose(),
  schedule: '11 7 * * *',
  run: async ({ db, now, enqueue }: WorkerContext) => {
    const soon = new Date(Date.parse(now) + REMINDER * DAY).toISOString()
    const rows = await db.updateTable('privacy.deletion').set({ reminded_at: now }).where('state', '=', 'waiting')
      .where('reason', '=', 'asked').where('reminded_at', 'is', null).where('due_at', '<=', soon)
        .where('due_at', '>', now).returning('id').execute()
    for (const { id } of rows) await enqueue(tellDeletion, { deletionId: id, kind: 'soon' })
    return { reminded: rows.length }
  },
})

/** Tells who asked to leave: when it will be, how to stay, that they stay. */
export const tellDeletion = job({
  name: 'privacy.tell-deletion',
  payload: z.object({ deletionId: z.uuid(), kind: z.enum(['asked', 'soon', 'cancelled']) }),
  run: async (context: WorkerContext, { deletionId, kind }) => {
    const deletion = await context.db.selectFrom('privacy.deletion').select(['person_id', 'due_at', 'state']).where('id', '=', deletionId)
      .executeTakeFirst()
    const isTrue = deletion?.state === (kind === 'cancelled' ? 'cancelled' : 'waiting')
    if (!deletion?.person_id || !isTrue) return { state: 'late' }
    const personId = deletion.person_id
    const params = { on: deletion.due_at, timeZone: (await timeZonesOf(context, [personId])).get(personId) ?? 'Europe/Paris' }
    await notify(context, { kind: deletionKinds[kind], to: [personId], params, key: deletionId })
    return { state: 'told' }
  },
})
