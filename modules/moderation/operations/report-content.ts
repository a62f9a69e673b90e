import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { inPerson } from '#kernel/operation/rule.ts'
import { contentReported } from '../events.ts'
import { target, type Context } from '../policy.ts'
import { reasons } from '../reasons.ts'

export const what = { kind: z.string().max(60), targetId: z.uuid() }

/**
 * Tells the moderators that something should not stand there. Once for a person and a thing until it is decided, and again afterwards, if it
 * has become bad again; its author learns nothing of who did.
 */
export const reportContent = command({
  http: 'POST /reports',
  input: z.object({ ...what, reason: z.enum(reasons), words: z.string().trim().max(1000) }),
  output: z.object({}),
  on: target,
  allow: inPerson,
  when: ({ authorId }, _, { actor }) => authorId !== null && authorId === actor.id ? 'moderation.own' : undefined,
  run: async ({ db, actor, now, record }: Context, input, { title, href, authorId }) => {
    const shown = { title: title.slice(0, 300), href, reported_at: now }
    const { id: subjectId, decided_at: decidedAt } = await db.insertInto('moderation.subject')
      .values({ id: v7(), kind: input.kind, target_id: input.targetId, author_id: authorId, ...shown })
      // An appeal that waits goes first.
      .onConflict((one) => one.columns(['kind', 'target_id']).doUpdateSet({
        ...shown, version: sql<number>`subject.version + 1`, state: sql<string>`case subject.state when 'appealed' then 'appealed' else 'open' end`,
      }))
      .returning(['id', 'decided_at']).executeTakeFirstOrThrow()
    const said = { reason: input.reason, words: input.words, at: now }
    const report = await db.insertInto('moderation.report').values({ id: v7(), subject_id: subjectId, person_id: actor.id!, ...said })
      .onConflict((one) => one.columns(['subject_id', 'person_id']).doUpdateSet(said).where('moderation.report.at', '<', decidedAt))
      .returning('id').executeTakeFirst()
    if (!report) throw new Refusal('moderation.already-reported')
    await record(contentReported, { subjectId })
    return {}
  },
})
