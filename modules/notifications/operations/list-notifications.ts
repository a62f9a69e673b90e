import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { typeset } from '#modules/mail/api.ts'
import { subjectOf } from '../kinds.ts'
import { me, myNotifications, toldWithCause, unreadCount, type Context } from '../policy.ts'
import { told, type Told } from '../told.ts'
import { markNotificationRead } from './mark-notification-read.ts'
import { markNotificationUnread } from './mark-notification-unread.ts'
import { muteSubject } from './mute-subject.ts'
import { openNotification } from './open-notification.ts'
import { readAllNotifications } from './read-all-notifications.ts'

const PAGE = 30
/** The instant and the key of the last one shown: several may have one instant. */
const cursor = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z_[0-9a-f-]{36}$/)

/** What may be muted of a row: what it is about, then what that stands in, where their kinds are still declared. */
const mutable = (subjects: readonly string[]) => subjects.flatMap((subject) => {
  const label = subjectOf(subject.slice(0, subject.lastIndexOf(':')))?.label
  return label ? [{ subject, label }] : []
})

/** As French sets it, whatever the kind wrote. */
const spaced = ({ title, body, href }: Told): Told => ({ title: typeset(title), body: body && typeset(body), href })

const commands = { openNotification, markNotificationRead, markNotificationUnread, readAllNotifications, muteSubject }
// Each asks only that one is signed in: the rows are one's own.
const can: Record<keyof typeof commands, Operation> = commands

/** One's notifications, the last first. */
export const listNotifications = query({
  http: 'GET /me/notifications',
  input: z.object({ unread: z.boolean().optional(), before: cursor.optional() }),
  output: z.object({
    notifications: z.array(z.object({
      id: z.uuid(), title: z.string(), body: z.string().nullable(), href: z.string().nullable(), at: z.string(),
      isUnread: z.boolean(), isCritical: z.boolean(), mutable: z.array(z.object({ subject: z.string(), label: z.string() })),
    })),
    /** How many are unread, of all pages; 100 stands for more than 99. */
    unread: z.int(), onlyUnread: z.boolean(), next: z.string().nullable(), now: z.string(), timeZone: z.string(),
  }),
  allow: signedIn,
  confidential: true,
  can,
  run: async (context: Context, { unread: onlyUnread = false, before }) => {
    const personId = me(context)
    const [at, id] = before?.split('_') ?? []
    const [found, unread] = await Promise.all([
      toldWithCause(myNotifications(context)).orderBy('notification.at', 'desc').orderBy('notification.id', 'desc').limit(PAGE + 1)
        .$if(onlyUnread, (rows) => rows.where('notification.read_at', 'is', null))
        .$if(at !== undefined, (rows) => rows.where((eb) => eb(eb.refTuple('notification.at', 'notification.id'), '<', eb.tuple(at!, id!)))).execute(),
      unreadCount(context, personId),
    ])
    const rows = found.slice(0, PAGE)
    const last = found.length > PAGE ? rows.at(-1) : undefined
    return {
      notifications: rows.map((row) => ({
        id: row.id, ...spaced(told(row, row.by_name)), at: row.at, isUnread: row.read_at === null, isCritical: row.is_critical,
        mutable: row.is_critical ? [] : mutable([...row.about ? [row.about] : [], ...row.within]),
      })),
      unread, onlyUnread, next: last ? `${last.at}_${last.id}` : null, now: context.now, timeZone: context.actor.timeZone,
    }
  },
})
