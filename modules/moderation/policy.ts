import type { Actor } from '#kernel/operation/actor.ts'
import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { allOf, holds, owns, unless, type Rule } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import { reportableOf } from './reportable.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & { 'identity.card': IdentityCard }
export type Context = KernelContext<Tables>

/**
 * The same work is done at two doors: by moderators in the portal, by administrators in the back office. Neither app answers at the
 * other's addresses.
 */
export interface Door { readonly path: `/${string}`; readonly staff: Rule }
export const portal: Door = { path: '/moderation', staff: holds('moderator') }
export const backOffice: Door = { path: '/back-office/reports', staff: holds('administrator') }

/** Whether they find moderation in the menu: the page says to those who entered otherwise that it asks for ProConnect. */
export const belongsToTheTeam = (actor: Actor) => portal.staff.holds(actor, undefined) || (actor.withheld?.includes('moderator') ?? false)

/** Nobody decides of what they published. */
export const decides = ({ staff }: Door) => allOf(staff, unless(owns('author_id')))
/** Nor judges an appeal against what they decided. */
export const judges = (door: Door) => allOf(decides(door), unless(owns('decided_by')))

/** What a report is about, through the eyes of whoever makes it. */
export const target = async (context: Context, { kind, targetId }: { kind: string; targetId: string }) => reportableOf(kind)?.find(context, targetId)

/** What was reported or held, with its last appeal and the decision that is appealed, when there is one. */
export const subjectWithAppeal = ({ db }: Context, id: string) => db.selectFrom('moderation.subject as subject')
  .leftJoin('moderation.appeal as appeal', 'appeal.subject_id', 'subject.id').leftJoin('moderation.decision as first', 'first.id', 'appeal.decision_id')
  .selectAll('subject').select(['appeal.id as appeal_id', 'appeal.words as appeal_words', 'appeal.at as appealed_at', 'first.decision as first_decision',
    'first.ground as first_ground', 'first.person_id as decided_by'])
  .where('subject.id', '=', id).orderBy('appeal.at', 'desc').limit(1)
