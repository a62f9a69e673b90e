import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { subjectOf } from '../kinds.ts'
import { me, type Context } from '../policy.ts'

/** What may be muted: `bases.base:<id>`, of a kind that its module declared. */
export const subject = z.string().regex(/^[a-z][a-z-]*\.[a-z][a-z-]*:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
const partsOf = (key: string) => {
  const at = key.lastIndexOf(':')
  return { kind: key.slice(0, at), id: key.slice(at + 1) }
}

/** Wants to hear nothing more of a thing that one sees, nor of what stands in it, but what is critical. What was to leave by mail
 * or for one's devices does not. */
export const muteSubject = command({
  http: 'POST /me/mutes',
  input: z.object({ subject }),
  output: z.void(),
  on: (context: Context, { subject: key }) => {
    const { kind, id } = partsOf(key)
    return subjectOf(kind)?.find(context, id) ?? Promise.resolve(undefined)
  },
  allow: signedIn,
  run: async (context: Context, { subject: key }) => {
    const { db, now } = context
    const personId = me(context)
    await db.insertInto('notifications.mute').values({ person_id: personId, subject: key, at: now }).onConflict((one) => one.doNothing()).execute()
    await db.updateTable('notifications.notification').set({ mail_at: null, push_at: null })
      .where('person_id', '=', personId).where('is_critical', '=', false)
      .where((eb) => eb.or([eb('mail_at', 'is not', null), eb('push_at', 'is not', null)]))
      .where((eb) => eb.or([eb('about', '=', key), eb(eb.val(key), '=', eb.fn.any('within'))])).execute()
  },
})
