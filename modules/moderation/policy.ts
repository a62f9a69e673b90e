import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import { anyOf, holds } from '#kernel/operation/rule.ts'
import type { IdentityCard } from '#modules/identity/api.ts'
import { reportableOf } from './reportable.ts'
import type { DB } from './tables.gen.ts'

export type Tables = DB & { 'identity.card': IdentityCard }
export type Context = KernelContext<Tables>

/** Who reads the queue and decides. */
export const moderates = anyOf(holds('moderator'), holds('administrator'))

/** What a report is about, through the eyes of whoever makes it. */
export const target = async (context: Context, { kind, targetId }: { kind: string; targetId: string }) => reportableOf(kind)?.find(context, targetId)
