import { reaction, type WorkerContext } from '#kernel/fact/reaction.ts'
import { holdersOf } from '#modules/identity/api.ts'
import { notify, withdraw } from '#modules/notifications/api.ts'
import { contentDecided, contentReported } from './events.ts'
import { halfOfQueue, reportWaits } from './notices.ts'
import type { Tables } from './policy.ts'
import { concerns, isDefect, type Concern } from './reasons.ts'

type Own = WorkerContext<Tables>

/** Those who know already: they reported it themselves, for something as serious, since it was last decided. */
const reporters = async ({ db }: Own, { id, decided_at: since }: { id: string; decided_at: string | null }, concern: Concern) =>
  (await db.selectFrom('moderation.report').select(['person_id', 'reason']).where('subject_id', '=', id)
    .$if(since !== null, (all) => all.where('at', '>', since!)).execute())
    .filter(({ reason }) => isDefect(reason) === (concern === 'defect')).map(({ person_id }) => person_id)

/**
 * Moderators are told that something waits: once a day for the same thing until it is decided. Neither whoever reported it, who knows, nor
 * whoever published it, who does not decide of it and learns of a report with its decision only.
 */
export const tellModerators = reaction({
  name: 'moderation.tell-moderators', to: contentReported,
  run: async (context: Own, { subjectId }) => {
    const subject = await context.db.selectFrom('moderation.subject').selectAll().where('id', '=', subjectId).executeTakeFirst()
    if (!subject || subject.state === 'decided') return
    const concern = subject.concern as Concern
    const apart = new Set([subject.author_id, ...await reporters(context, subject, concern)])
    await notify(context, {
      kind: reportWaits[concern], to: (await holdersOf(context, 'moderator')).filter((id) => !apart.has(id)),
      params: { kind: subject.kind, title: subject.title }, about: halfOfQueue(concern), key: `${subjectId} ${subject.decided_at ?? ''}`,
    })
  },
})

/** Once nothing reported waits in a half of the queue, nobody is told any more that something does, in a digest either. */
export const forgetDecided = reaction({
  name: 'moderation.forget-decided', to: contentDecided,
  run: async (context: Own) => {
    const left = await context.db.selectFrom('moderation.subject').select('concern').distinct()
      .where('state', '<>', 'decided').where('standing', '<>', 'held').execute()
    const empty = concerns.filter((one) => !left.some(({ concern }) => concern === one))
    if (empty.length === 0) return
    const moderators = await holdersOf(context, 'moderator')
    for (const concern of empty) await withdraw(context, halfOfQueue(concern), moderators)
  },
})
