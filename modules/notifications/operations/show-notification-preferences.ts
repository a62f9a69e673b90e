import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { declaredKinds, paces, subjectOf } from '../kinds.ts'
import { me, type Context } from '../policy.ts'
import { myRhythm } from '../rhythm.ts'
import { chooseNotifications } from './choose-notifications.ts'
import { setNotificationRhythm } from './set-notification-rhythm.ts'
import { unmuteSubject } from './unmute-subject.ts'

const hour = z.int().min(0).max(23)

const commands = { chooseNotifications, setNotificationRhythm, unmuteSubject }
const can: Record<keyof typeof commands, Operation> = commands

/** What one receives and how, kind by kind; when; and what one muted. */
export const showNotificationPreferences = query({
  http: 'GET /me/notification-preferences',
  input: z.object({}),
  output: z.object({
    kinds: z.array(z.object({
      code: z.string(), family: z.string(), label: z.string(), isCritical: z.boolean(), onScreen: z.boolean(), mail: z.enum(paces),
    })),
    rhythm: z.object({
      quietFrom: hour.nullable(), quietTo: hour.nullable(), digestHour: hour, digestDay: z.int().min(1).max(7), digests: z.boolean(), version: z.int(),
    }),
    /** `title` is none for a thing that one sees no more. */
    muted: z.array(z.object({ subject: z.string(), label: z.string().nullable(), title: z.string().nullable(), href: z.string().nullable() })),
    timeZone: z.string(),
  }),
  allow: signedIn,
  confidential: true,
  can,
  run: async (context: Context) => {
    const { db, actor } = context
    const personId = me(context)
    const chosen = new Map((await db.selectFrom('notifications.preference').selectAll().where('person_id', '=', personId).execute())
      .map((row) => [row.kind, row]))
    const mutes = await db.selectFrom('notifications.mute').select('subject').where('person_id', '=', personId)
      .orderBy('at', 'desc').limit(200).execute()
    return {
      kinds: declaredKinds().map(({ code, family, label, importance, channels }) => ({
        code, family, label, isCritical: importance === 'critical', onScreen: chosen.get(code)?.on_screen ?? true,
        mail: (chosen.get(code)?.mail ?? channels.mail) as typeof channels.mail,
      })),
      rhythm: await myRhythm(context),
      muted: await Promise.all(mutes.map(async ({ subject }) => {
        const at = subject.lastIndexOf(':')
        const declared = subjectOf(subject.slice(0, at))
        const seen = await declared?.find(context, subject.slice(at + 1))
        return { subject, label: declared?.label ?? null, title: seen?.title ?? null, href: seen?.href ?? null }
      })),
      timeZone: actor.timeZone,
    }
  },
})
