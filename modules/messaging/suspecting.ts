import { sql } from 'kysely'
import { v7 } from '#kernel/id.ts'
import { accountAgeMinutes, hold } from '#modules/moderation/api.ts'
import { setting } from '#modules/settings/api.ts'
import { keep, type Written } from './held.ts'
import { agentRoles, me, type Context } from './policy.ts'
import { signalOf, signalSetting, type Counted } from './signals.ts'
import { fr } from './web/signals.fr.ts'
import { urls } from './web/routes.ts'

/** As moderators' queue names the sending of somebody that waits. */
export const SUSPICION = 'messaging.suspicion'
/** Characters of the first message that waits which a moderator reads: of the others, and of conversations, nothing. */
const EXCERPT = 160
const HOUR = 3_600_000
const LINK = /https?:\/\/|www\./i

interface Row { same_text: number; links: number; unanswered: number; unwanted: number; elsewhere: number; open: string | null }

/** In one statement: each message asks. @param begins to how many people with whom there is no conversation yet. */
const counted = async (context: Context, body: string, begins: number): Promise<Counted & { open: string | null }> => {
  const { rows: [row] } = await sql<Row>`select * from messaging.counts(${body})`.execute(context.db)
  const hasLink = LINK.test(body)
  return {
    open: row!.open, sameText: row!.same_text + Math.max(begins, 1), length: body.length, links: row!.links + (hasLink ? 1 : 0), hasLink,
    accountDays: accountAgeMinutes(me(context), context.now) / 1440, unanswered: row!.unanswered + begins, begins: begins > 0,
    unwanted: row!.unwanted, elsewhere: row!.elsewhere,
    isStaff: context.actor.grants.some(({ scope, role }) => scope !== 'platform' && agentRoles.some((one) => one === role)),
  }
}

/** The one that is open, of the person who acts: all that they write joins it. */
export const openSuspicion = async (context: Context): Promise<string | undefined> =>
  (await context.db.selectFrom('messaging.suspicion').select('id').where('person_id', '=', me(context)).where('outcome', 'is', null)
    .executeTakeFirst())?.id

const isTrusted = async ({ db, actor, now }: Context, hours: number) => await db.selectFrom('messaging.suspicion').select('id')
  .where('person_id', '=', actor.id!).where('outcome', '=', 'released')
  .where('decided_at', '>', new Date(Date.parse(now) - hours * HOUR).toISOString()).executeTakeFirst() !== undefined

/** @returns the suspicion under which what they write waits: theirs already, or a new one in the queue of moderators; none mostly. */
export const suspicionOf = async (context: Context, body: string, begins: number): Promise<string | undefined> => {
  const { open, ...counts } = await counted(context, body, begins)
  if (open) return open
  const thresholds = await setting(context, signalSetting)
  const signal = signalOf(counts, thresholds)
  if (!signal || await isTrusted(context, thresholds.trustHours)) return undefined
  const [id, authorId] = [v7(), me(context)]
  const made = await context.db.insertInto('messaging.suspicion').values({ id, person_id: authorId, signal, at: context.now })
    .onConflict((one) => one.doNothing()).returning('id').executeTakeFirst()
  // Two messages at once: the other one opened it.
  if (!made) return openSuspicion(context)
  const title = fr.title(fr.why[signal]!, body.slice(0, EXCERPT).replaceAll(/\s+/g, ' '))
  await hold(context, { kind: SUSPICION, targetId: id, title, href: urls.list(), authorId, reason: 'spam' })
  return id
}

/** What looks like spam waits, told as such to its author. @returns the key of what waits, none when it may leave. */
export const holdIfSuspect = async (context: Context, written: Written): Promise<string | undefined> => {
  const suspicion_id = await suspicionOf(context, written.body, written.to?.length ?? 0)
  return suspicion_id && keep(context, written, { held_for: 'signal', suspicion_id })
}
