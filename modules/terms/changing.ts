import { sql } from 'kysely'
import { dateIn } from '#kernel/date.ts'
import { draftOf, versionsSeenBy, type Context } from './policy.ts'

/** The draft and what it must follow, for those who change it one after the other. A draft that is not begun has version 0. */
export const draftTarget = async (context: Context) => {
  await sql`select pg_advisory_xact_lock(hashtextextended('terms draft', 0))`.execute(context.db)
  const draft = await draftOf(context).selectAll().executeTakeFirst()
  const last = await versionsSeenBy(context).select(['one.number', 'one.applies_from']).orderBy('one.number', 'desc').executeTakeFirst()
  return { draft, version: draft?.version ?? 0, last }
}
export type DraftTarget = Awaited<ReturnType<typeof draftTarget>>

/** Why terms may not hold from that day, if they may not: nobody is bound by what they could not read. */
export const dateRefused = (from: string, { last }: Pick<DraftTarget, 'last'>, now: string): string | undefined =>
  from < dateIn(new Date(now)) ? 'terms.date-past' : last && from < last.applies_from ? 'terms.date-before-last' : undefined
