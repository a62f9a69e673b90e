import { z } from 'zod'
import { job, type JobContext } from '#kernel/fact/job.ts'
import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { declareReportable, subjectOf } from '#modules/moderation/api.ts'
import { contentDecided, contentReported } from '#modules/moderation/events.ts'
import { hold, switchForPerson } from '#modules/switches/api.ts'
import { dropFiles } from './attaching.ts'
import { FEATURE, KIND } from './held.ts'
import { settle } from './held-jobs.ts'
import type { Tables } from './policy.ts'
import { SUSPICION } from './suspecting.ts'
import { fr } from './web/signals.fr.ts'

type Worker = WorkerContext<Tables>
const decisions = z.enum(['release', 'hide', 'delete'])

// It has a name in the queue; nobody reports it, since nobody but its author sees it.
declareReportable({ kind: SUSPICION, label: fr.label, find: async () => undefined })

const settleOne = async (batch: Worker, held: { id: string; person_id: string }, decision: z.output<typeof decisions>) => {
  if (decision === 'delete') {
    await dropFiles(batch, { heldId: held.id })
    await batch.db.deleteFrom('messaging.held_message').where('id', '=', held.id).execute()
    return
  }
  const off = decision === 'release' ? await switchForPerson(batch, FEATURE, held.person_id) : undefined
  await batch.db.updateTable('messaging.held_message').set({ suspicion_id: null, ...off && { held_for: 'switch' } }).where('id', '=',
    held.id).execute()
  if (off) await hold(batch, off, { kind: KIND, id: held.id, personId: held.person_id })
  else await settle(batch, held.id, decision === 'hide' ? { returned: 'messaging.not-released' } : {})
}

/** Carries out what a moderator decided: all that waited leaves in its order, is given back, or goes. One message a transaction. */
export const settleSuspicion = job({
  name: 'messaging.settle-suspicion', payload: z.object({ suspicionId: z.uuid(), decision: decisions }),
  run: async (context: JobContext<Tables>, { suspicionId, decision }) => {
    await context.transaction(({ db, now }: Worker) => db.updateTable('messaging.suspicion')
      .set({ outcome: decision === 'release' ? 'released' : 'refused', decided_at: now }).where('id', '=', suspicionId).execute())
    const next = () => context.transaction(async (batch: Worker) => {
      const held = await batch.db.selectFrom('messaging.held_message').select(['id', 'person_id']).where('suspicion_id', '=', suspicionId)
        .where('state', '=', 'waiting').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
      if (held) await settleOne(batch, held, decision)
      return held !== undefined
    })
    let messages = 0
    while (await next()) messages += 1
    return { messages }
  },
})

export const followSuspicion = reaction({
  name: 'messaging.follow-suspicion', to: contentDecided,
  run: async ({ enqueue }: Worker, { kind, targetId, decision, decisionId }) => {
    const carried = decisions.safeParse(decision)
    if (kind !== SUSPICION || !carried.success) return
    await enqueue(settleSuspicion, { suspicionId: targetId, decision: carried.data }, { key: `suspicion:${decisionId}` })
  },
})

/** That a message was reported counts for a week, whoever reported it. */
export const noteReport = reaction({
  name: 'messaging.note-report', to: contentReported,
  run: async (context: Worker, { subjectId }) => {
    const subject = await subjectOf(context, subjectId)
    if (subject?.kind !== 'messaging.message' || !subject.authorId) return
    await context.db.insertInto('messaging.complaint').values({ subject_id: subjectId, person_id: subject.authorId, at: context.now })
      .onConflict((one) => one.doNothing()).execute()
  },
})
