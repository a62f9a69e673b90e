import { z } from 'zod'
import { query, type Operation } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { declaredKinds, paces, pushedByDefault, subjectOf } from '../kinds.ts'
import { me, type Context } from '../policy.ts'
import { myRhythm } from '../rhythm.ts'
import { pushConfigured, pushOffered } from '../push/configuration.ts'
import { chooseNotifications } from './choose-notifications.ts'
import { enrolDevice } from './enrol-device.ts'
import { removeDevice } from './remove-device.ts'
import { setNotificationRhythm } from './set-notification-rhythm.ts'
import { unmuteSubject } from './unmute-subject.ts'

const hour = z.int().min(0).max(23)

const commands = { chooseNotifications, setNotificationRhythm, unmuteSubject, enrolDevice, removeDevice }
const can: Record<keyof typeof commands, Operation> = commands

const myDevices = async (context: Context) => (await context.db.selectFrom('notifications.device')
  .select(['id', 'endpoint_hash', 'browser', 'at', 'used_at']).where('person_id', '=', me(context)).orderBy('at', 'desc').execute())
  .map((row) => ({ id: row.id, mark: row.endpoint_hash.toString('hex'), browser: row.browser, at: row.at, usedAt: row.used_at }))

/** What one receives and how, kind by kind; when; and what one muted. */
export const showNotificationPreferences = query({
  http: 'GET /me/notification-preferences',
  input: z.object({}),
  output: z.object({
    kinds: z.array(z.object({
      code: z.string(), family: z.string(), label: z.string(), isCritical: z.boolean(), onScreen: z.boolean(), mail: z.enum(paces),
      push: z.boolean(),
    })),
    /** Our key, as browsers want it, and the devices on which one is told; none where the service tells none. */
    push: z.object({
      publicKey: z.string(),
      /** `mark` is the SHA-256 of its address, in hexadecimal: a browser finds itself. */
      devices: z.array(z.object({ id: z.uuid(), mark: z.string(), browser: z.string().nullable(), at: z.string(),
        usedAt: z.string().nullable() })),
    }).nullable(),
    rhythm: z.object({
      quietFrom: hour.nullable(), quietTo: hour.nullable(), digestHour: hour, digestDay: z.int().min(1).max(7), digests: z.boolean(), version: z.int(),
    }),
    /** `title` is none for a thing that one sees no more. */
    muted: z.array(z.object({ subject: z.string(), label: z.string().nullable(), title: z.string().nullable(), href: z.string().nullable() })),
    now: z.string(), timeZone: z.string(),
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
      kinds: declaredKinds().map((kind) => {
        const { code, family, label, importance, channels } = kind
        const own = chosen.get(code)
        return {
          code, family, label, isCritical: importance === 'critical', onScreen: own?.on_screen ?? true,
          mail: (own?.mail ?? channels.mail) as typeof channels.mail, push: importance === 'critical'
            || (own?.push ?? pushedByDefault(kind)),
        }
      }),
      push: pushOffered() ? { publicKey: pushConfigured().webPush.publicKey, devices: await myDevices(context) } : null,
      rhythm: await myRhythm(context),
      muted: await Promise.all(mutes.map(async ({ subject }) => {
        const at = subject.lastIndexOf(':')
        const declared = subjectOf(subject.slice(0, at))
        const seen = await declared?.find(context, subject.slice(at + 1))
        return { subject, label: declared?.label ?? null, title: seen?.title ?? null, href: seen?.href ?? null }
      })),
      now: context.now, timeZone: actor.timeZone,
    }
  },
})
