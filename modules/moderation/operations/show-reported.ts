import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { backOffice, portal, subjectWithAppeal, type Context, type Door } from '../policy.ts'
import { choicesFor, concerns, decisions, reasons, standings, type Standing } from '../reasons.ts'
import { labelOf, reasonsOf } from '../reportable.ts'
import { decideOnReported, decideOnReportedAsStaff } from './decide-on-reported.ts'
import { judgeAppeal, judgeAppealAsStaff } from './judge-appeal.ts'
import { states } from './list-reported.ts'

const text = z.string().nullable()

/** Something that was reported or held: what people say of it, what was decided, what its author answers. */
const at = (door: Door, decide: typeof decideOnReported, judge: typeof judgeAppeal) => query({
  http: `GET ${door.path}/:subjectId`,
  input: z.object({ subjectId: z.uuid() }),
  output: z.object({
    id: z.uuid(), label: z.string(), title: z.string(), href: z.string(), author: text, authorId: text, state: z.enum(states), version: z.int(),
    standing: z.enum(standings), heldFor: text, choices: z.array(z.enum(decisions)), concern: z.enum(concerns), grounds: z.array(z.enum(reasons)),
    reports: z.array(z.object({ id: z.uuid(), by: text, reason: z.string(), words: z.string(), repeats: text, at: z.string() })),
    decisions: z.array(z.object({ id: z.uuid(), by: text, decision: z.enum(decisions), ground: text, reason: z.string(), onAppeal: z.boolean(), at: z.string() })),
    appeal: z.object({ words: z.string(), at: z.string(), isOwnDecision: z.boolean() }).nullable(),
  }),
  on: (context: Context, { subjectId }) => subjectWithAppeal(context, subjectId).executeTakeFirst(),
  allow: door.staff,
  can: { decide, judge },
  confidential: true,
  run: async ({ db, actor }: Context, _, subject) => {
    const [author, reports, made] = [
      subject.author_id ? await db.selectFrom('identity.card').select('name').where('id', '=', subject.author_id).executeTakeFirst() : undefined,
      await db.selectFrom('moderation.report as one').leftJoin('identity.card as card', 'card.id', 'one.person_id').selectAll('one')
        .select('card.name as by').where('one.subject_id', '=', subject.id).orderBy('one.at', 'desc').limit(100).execute(),
      await db.selectFrom('moderation.decision as one').leftJoin('identity.card as card', 'card.id', 'one.person_id').selectAll('one')
        .select('card.name as by').where('one.subject_id', '=', subject.id).orderBy('one.at', 'desc').execute(),
    ]
    return {
      id: subject.id, label: labelOf(subject.kind), title: subject.title, href: subject.href, author: author?.name ?? null,
      authorId: subject.author_id, state: z.enum(states).parse(subject.state), version: subject.version, standing: z.enum(standings).parse(subject.standing),
      heldFor: subject.held_for, choices: [...choicesFor(subject.standing as Standing)],
      concern: z.enum(concerns).parse(subject.concern), grounds: [...reasonsOf(subject.kind)],
      reports: reports.map(({ id, by, reason, words, repeats, at }) => ({ id, by, reason, words, repeats, at })),
      decisions: made.map(({ id, by, decision, ground, reason, appeal_id, at }) =>
        ({ id, by, decision: z.enum(decisions).parse(decision), ground, reason, onAppeal: appeal_id !== null, at })),
      appeal: subject.appeal_words !== null ? { words: subject.appeal_words, at: subject.appealed_at!, isOwnDecision: subject.decided_by === actor.id } : null,
    }
  },
})

export const showReported = at(portal, decideOnReported, judgeAppeal)
export const showReportedAsStaff = at(backOffice, decideOnReportedAsStaff, judgeAppealAsStaff)
