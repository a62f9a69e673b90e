import { sql } from 'kysely'
import { scopesOf, type Actor } from '#kernel/operation/actor.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { setting, type Setting } from '#modules/settings/api.ts'
import type { Limit, limitFields } from './limit-setting.ts'

/** A burst is counted in windows of so many minutes. */
export const WINDOW = 10
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Who works for an organisation may more, times what the setting says: any role but these. */
const LEARNERS = new Set(['student', 'member'])
const worksFor = (actor: Actor) => actor.grants.some(({ scope,
  role }) => scope === 'organisation' && !LEARNERS.has(role) || scope === 'group' && role === 'teacher')

/** When this person came: their key is a UUID of version 7, whose first 48 bits are that instant in milliseconds (RFC 9562 §5.7). */
const cameAt = (personId: string) => Number.parseInt(personId.replaceAll('-', '').slice(0, 12), 16)

/** What holds for this person now: in ten minutes, and in 24 hours. */
export const allowed = (limit: Limit, actor: Actor, now: string): { burst: number; day: number } => {
  if (Date.parse(now) - cameAt(actor.id!) < limit.newAccountHours * HOUR) return { burst: limit.newBurst, day: limit.newDay }
  const times = worksFor(actor) ? limit.staffTimes : 1
  return { burst: limit.burst * times, day: limit.day * times }
}

interface Counted { burst: number; day: number; oldest: string | null }

/**
 * Counts one more use, in the command's transaction: what is refused afterwards was not counted.
 * @throws Refusal 429 with `minutes`: when another try may be accepted.
 */
export const countUse = async (context: KernelContext, feature: string, declared: Setting<typeof limitFields>): Promise<void> => {
  const { db, actor, now } = context
  const limit = allowed(await setting(context, declared), actor, now)
  const at = Date.parse(now)
  const starts = new Date(Math.floor(at / (WINDOW * MINUTE)) * WINDOW * MINUTE).toISOString()
  const { rows: [counted] } = await sql<Counted>`
    with counted as (
      insert into switches.use as known (person_id, feature, starts_at, count, organisation_ids)
      values (${actor.id}, ${feature}, ${starts}, 1, ${scopesOf(actor, 'organisation')}::uuid[])
      on conflict (person_id, feature, starts_at) do update set count = known.count + 1 returning count)
    select counted.count as burst, counted.count + coalesce(sum(before.count), 0)::int as day, min(before.starts_at) as oldest
    from counted left join switches.use as before on before.person_id = ${actor.id} and before.feature = ${feature}
      and before.starts_at > ${new Date(at - 24 * HOUR).toISOString()} and before.starts_at < ${starts}
    group by counted.count`.execute(db)
  const { burst, day, oldest } = counted!
  const minutes = (until: number) => Math.max(1, Math.ceil((until - at) / MINUTE))
  if (day > limit.day) throw new Refusal('switches.too-many-today', { feature,
    minutes: minutes(Date.parse(oldest ?? starts) + 24 * HOUR) }, 429)
  if (burst > limit.burst) throw new Refusal('switches.too-fast', { feature, minutes: minutes(Date.parse(starts) + WINDOW * MINUTE) }, 429)
}
