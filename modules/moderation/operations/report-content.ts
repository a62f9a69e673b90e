import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { contentReported } from '../events.ts'
import { target, type Context } from '../policy.ts'
import { isDefect, reasons } from '../reasons.ts'
import { reasonsOf } from '../reportable.ts'

const concernOf = (reason: string) => isDefect(reason) ? 'defect' : 'offence'

export const what = { kind: z.string().max(60), targetId: z.uuid() }

/**
 * Tells the moderators that something should not stand there, or needs its author's care. Once for a person and a thing until it is
 * decided, and again afterwards, if it has become bad again; its author learns nothing of who did.
 */
export const reportContent = command({
  http: 'POST /reports',
  input: z.object({
    ...what, reason: z.enum(reasons), words: z.string().trim().max(1000),
    /** Address of what a duplicate repeats, if whoever reports knows it. */
    repeats: z.url({ protocol: /^https?$/ }).max(500).nullish(),
  }),
  output: z.object({}),
  on: target,
  allow: inPerson,
  when: ({ authorId }, { kind, reason }, { actor }) => authorId !== null && authorId === actor.id ? 'moderation.own'
    : reasonsOf(kind).includes(reason) ? undefined : 'moderation.not-this-reason',
  run: async ({ db, actor, now, record }: Context, input, { title, href, authorId }) => {
    const shown = { title: title.slice(0, 300), href, reported_at: now }
    const { id: subjectId, decided_at: decidedAt } = await db.insertInto('moderation.subject')
      .values({ id: v7(), kind: input.kind, target_id: input.targetId, author_id: authorId, concern: concernOf(input.reason), ...shown })
      // An appeal that waits goes first.
      .onConflict((one) => one.columns(['kind', 'target_id']).doUpdateSet({
        ...shown, version: sql<number>`subject.version + 1`,
        // Once decided, what it is reported for anew says how serious it is; until then, the most serious of what is said.
        concern: sql<string>`case when subject.state = 'decided' or excluded.concern = 'offence' then excluded.concern
          else subject.concern end`,
        state: sql<string>`case subject.state when 'appealed' then 'appealed' else 'open' end`,
      }))
      .returning(['id', 'decided_at']).executeTakeFirstOrThrow()
    const said = { reason: input.reason, words: input.words, repeats: input.reason === 'duplicate' ? input.repeats ?? null : null, at: now }
    const report = await db.insertInto('moderation.report').values({ id: v7(), subject_id: subjectId, person_id: actor.id!, ...said })
      .onConflict((one) => one.columns(['subject_id', 'person_id']).doUpdateSet(said).where('moderation.report.at', '<', decidedAt))
      .returning('id').executeTakeFirst()
    if (!report) throw new Refusal('moderation.already-reported')
    await record(contentReported, { subjectId })
    return {}
  },
})
