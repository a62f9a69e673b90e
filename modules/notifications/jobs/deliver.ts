import { sql } from 'kysely'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { job, type JobContext } from '#kernel/fact/job.ts'
import type { WorkerContext } from '#kernel/fact/reaction.ts'
import { timeZonesOf } from '#modules/identity/api.ts'
import { hold as holdBack, switchesFor } from '#modules/switches/api.ts'
import { FEATURE, HELD } from '../closed.ts'
import { notified } from '../events.ts'
import { kindOf, pushedByDefault, type Kind } from '../kinds.ts'
import type { Tables } from '../policy.ts'
import { pushOffered } from '../push/configuration.ts'
import { collectMail } from './collect-mail.ts'
import { collectPush } from './collect-push.ts'

/** People given in one transaction: short enough that nobody waits behind a notice to everyone. */
const BATCH = 500
/** Several about the same thing do not make several mails: a group that was mailed is mailed again after this, in hours. */
const AGAIN = 1

interface Request { kind: string; params: unknown; by_person_id: string | null; about: string | null; within: string[]; key: Buffer; at: string }
interface Told { person_id: string; mail_at: string | null; push_at: string | null }

/**
 * One statement: who wants it and how, whether they were told the same within a day, then the line, or one more in a line that is unread.
 * A critical one passes over what they chose.
 */
const giveTo = async ({ db, now }: WorkerContext<Tables>, request: Request, kind: Kind, people: ReadonlyMap<string, string>): Promise<Told[]> => {
  const isCritical = kind.importance === 'critical'
  const groups = kind.grouped !== undefined && request.about !== null
  const subjects = [...request.about === null ? [] : [request.about], ...request.within]
  const { rows } = await sql<Told>`
    with person as (
      select * from unnest(${[...people.keys()]}::uuid[], ${[...people.keys()].map(() => v7())}::uuid[], ${[...people.values()]}::text[])
        as person (id, key, zone)),
    wanted as (
      select person.id, person.key, ${isCritical} or coalesce(preference.on_screen, true) as on_screen,
        case when ${isCritical} then 'at-once' else nullif(case when not coalesce(rhythm.digests, true)
          and coalesce(preference.mail, ${kind.channels.mail}) in ('daily', 'weekly') then 'never'
          else coalesce(preference.mail, ${kind.channels.mail}) end, 'never') end as pace,
        ${pushOffered()} and (${isCritical} or coalesce(preference.push, ${pushedByDefault(kind)}))
          and exists (select from notifications.device where device.person_id = person.id) as push,
        person.zone, case when ${isCritical} then null else rhythm.quiet_from end as quiet_from, rhythm.quiet_to,
        coalesce(rhythm.digest_hour, 8) as digest_hour, coalesce(rhythm.digest_day, 1) as digest_day
      from person
      left join notifications.preference on preference.person_id = person.id and preference.kind = ${kind.code}
      left join notifications.rhythm on rhythm.person_id = person.id
      where ${isCritical} or not exists (select from notifications.mute
        where mute.person_id = person.id and mute.subject = any (${subjects}::text[]))),
    fresh as (
      insert into notifications.happening as known (person_id, kind, key, at)
      select id, ${kind.code}, ${request.key}, ${request.at}::timestamptz from wanted where on_screen or pace is not null or push
      on conflict (person_id, kind, key) do update set at = excluded.at where known.at <= excluded.at - interval '24 hours'
      returning person_id),
    given as (
    insert into notifications.notification as known
      (id, person_id, kind, params, about, within, is_critical, is_open, on_screen, at, mail_pace, mail_at, push_at)
    select wanted.key, wanted.id, ${kind.code}, ${JSON.stringify(request.params)}::jsonb, ${request.about},
      ${request.within}::text[], ${isCritical}, ${groups}, wanted.on_screen, ${request.at}::timestamptz, wanted.pace,
      case when wanted.pace is not null then notifications.due_at(wanted.pace, ${now}::timestamptz, wanted.zone, wanted.quiet_from, wanted.quiet_to,
        wanted.digest_hour, wanted.digest_day) end,
      case when wanted.push then notifications.due_at('at-once', ${now}::timestamptz, wanted.zone, wanted.quiet_from, wanted.quiet_to,
        wanted.digest_hour, wanted.digest_day) end
    from wanted join fresh on fresh.person_id = wanted.id
    on conflict (person_id, kind, about) where is_open do update set
      count = known.count + 1, params = excluded.params, within = excluded.within, at = excluded.at,
      on_screen = excluded.on_screen, mail_pace = excluded.mail_pace,
      mail_at = greatest(excluded.mail_at, case when excluded.mail_at is not null
        then known.mailed_at + make_interval(hours => ${AGAIN}) end),
      push_at = greatest(excluded.push_at, case when excluded.push_at is not null
        then known.pushed_at + make_interval(hours => ${AGAIN}) end)
    returning id, person_id, mail_at, push_at),
    caused as (
      insert into notifications.cause (notification_id, person_id)
      select id, ${request.by_person_id}::uuid from given where ${request.by_person_id}::uuid is not null
      on conflict (notification_id) do update set person_id = excluded.person_id)
    select person_id, mail_at, push_at from given`.execute(db)
  return rows
}

/**
 * Those for whom notifications are switched off are told later, or never: what was to be told waits under each switch, in a request of its
 * own. What is critical passes. @returns those to tell now.
 */
const hold = async (batch: WorkerContext<Tables>, request: Request, kind: Kind, people: ReadonlyMap<string, string>) => {
  const closed = kind.importance === 'critical' ? new Map<string, never>() : await switchesFor(batch, FEATURE, [...people.keys()])
  for (const [switchId, waiting] of Map.groupBy(closed, ([, off]) => off.switchId)) {
    const id = v7()
    const { kind: code, by_person_id, about, within, key, at } = request
    await batch.db.insertInto('notifications.request').values({
      id, kind: code, person_ids: waiting.map(([personId]) => personId), params: JSON.stringify(request.params), by_person_id, about,
        within, key, at,
    }).execute()
    await holdBack(batch, { switchId }, { kind: HELD, id })
  }
  return closed.size === 0 ? people : new Map([...people].filter(([id]) => !closed.has(id)))
}

/** What was held leaves together: mails and devices wait so long for the rest of it, in milliseconds. */
export const GATHER = 60_000

/**
 * Gives what was asked to each person, in batches, and takes the request away. Run again after a crash it tells nobody twice: those told
 * already are known for a day.
 */
export const deliverNotification = job({
  name: 'notifications.deliver',
  /** `gathers`: it was held, and leaves with what was held beside it. */
  payload: z.object({ requestId: z.uuid(), gathers: z.boolean().optional() }),
  run: async (context: JobContext<Tables>, { requestId, gathers }) => {
    const request = await context.db.selectFrom('notifications.request').selectAll().where('id', '=', requestId).executeTakeFirst()
    const kind = request && kindOf(request.kind)
    let people = 0
    for (let from = 0; request && kind && from < request.person_ids.length; from += BATCH) {
      people += await context.transaction(async (batch) => {
        const here = await timeZonesOf(batch, request.person_ids.slice(from, from + BATCH))
        const told = await giveTo(batch, request, kind, await hold(batch, request, kind, here))
        const at = gathers ? new Date(Date.parse(batch.now) + GATHER).toISOString() : undefined
        for (const { person_id: personId, mail_at: mailAt, push_at: pushAt } of told) {
          if (mailAt !== null && mailAt <= batch.now) await batch.enqueue(collectMail, { personId },
            { key: `notification-mail:${personId}`, at })
          if (pushAt !== null && pushAt <= batch.now) await batch.enqueue(collectPush, { personId },
            { key: `notification-push:${personId}`, at })
        }
        if (told.length > 0) await batch.record(notified, { requestId, personIds: told.map((one) => one.person_id) })
        return told.length
      })
    }
    await context.db.deleteFrom('notifications.request').where('id', '=', requestId).execute()
    return { people }
  },
})
