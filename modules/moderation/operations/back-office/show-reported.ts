import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { moderates, type Context } from '../../policy.ts'
import { decisions } from '../../reasons.ts'
import { labelOf } from '../../reportable.ts'
import { decideOnReported } from './decide-on-reported.ts'

const text = z.string().nullable()

/** Something that was reported: what people say of it, and what was decided. */
export const showReported = query({
  http: 'GET /back-office/reports/:subjectId',
  input: z.object({ subjectId: z.uuid() }),
  output: z.object({
    id: z.uuid(), label: z.string(), title: z.string(), href: z.string(), author: text, authorId: text, state: z.string(), version: z.int(),
    reports: z.array(z.object({ id: z.uuid(), by: text, reason: z.string(), words: z.string(), at: z.string() })),
    decisions: z.array(z.object({ id: z.uuid(), by: text, decision: z.enum(decisions), reason: z.string(), at: z.string() })),
  }),
  on: ({ db }: Context, { subjectId }) => db.selectFrom('moderation.subject').selectAll().where('id', '=', subjectId).executeTakeFirst(),
  allow: moderates,
  can: { decideOnReported },
  run: async ({ db }: Context, _, subject) => {
    const [author, reports, made] = [
      subject.author_id ? await db.selectFrom('identity.card').select('name').where('id', '=', subject.author_id).executeTakeFirst() : undefined,
      await db.selectFrom('moderation.report as one').leftJoin('identity.card as card', 'card.id', 'one.person_id').selectAll('one')
        .select('card.name as by').where('one.subject_id', '=', subject.id).orderBy('one.at', 'desc').limit(100).execute(),
      await db.selectFrom('moderation.decision as one').leftJoin('identity.card as card', 'card.id', 'one.person_id').selectAll('one')
        .select('card.name as by').where('one.subject_id', '=', subject.id).orderBy('one.at', 'desc').execute(),
    ]
    return {
      id: subject.id, label: labelOf(subject.kind), title: subject.title, href: subject.href, author: author?.name ?? null,
      authorId: subject.author_id, state: subject.state, version: subject.version,
      reports: reports.map(({ id, by, reason, words, at }) => ({ id, by, reason, words, at })),
      decisions: made.map(({ id, by, decision, reason, at }) => ({ id, by, decision: z.enum(decisions).parse(decision), reason, at })),
    }
  },
})
