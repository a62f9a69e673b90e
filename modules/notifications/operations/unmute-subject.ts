import { z } from 'zod'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { me, type Context } from '../policy.ts'
import { subject } from './mute-subject.ts'

/** Hears of it again, of what happens from now on. */
export const unmuteSubject = command({
  http: 'POST /me/mutes/removal',
  input: z.object({ subject }),
  output: z.void(),
  on: (context: Context, input) => context.db.selectFrom('notifications.mute').selectAll()
    .where('person_id', '=', me(context)).where('subject', '=', input.subject).forUpdate().executeTakeFirst(),
  allow: signedIn,
  run: async (context: Context, input) => {
    await context.db.deleteFrom('notifications.mute').where('person_id', '=', me(context)).where('subject', '=', input.subject).execute()
  },
})
