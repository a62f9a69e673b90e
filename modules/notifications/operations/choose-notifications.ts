import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { kindOf, paces, type Kind, type Pace } from '../kinds.ts'
import { me, type Context } from '../policy.ts'

const code = z.string().max(100)
/** A kind and its pace by mail, as one field of a form says them: `bases.comment-added=daily`. */
const paceOf = z.string().max(120).regex(new RegExp(`^[a-z][a-z-]*\\.[a-z][a-z-]*=(${paces.join('|')})$`))

/** A kind that people may choose: declared, and not critical. */
const chosenKind = (name: string): Kind => {
  const kind = kindOf(name)
  if (!kind || kind.importance === 'critical') throw new Refusal('notifications.kind-unknown')
  return kind
}

/**
 * Chooses, for each kind given in `mail`, at which pace it comes by mail, and whether it comes on screen: those of `screen` do. What waits to
 * leave by mail, of a kind that one wants no more, does not.
 */
export const chooseNotifications = command({
  http: 'PUT /me/notification-preferences',
  input: z.object({ mail: z.array(paceOf).min(1).max(500), screen: z.array(code).max(500).default([]) }),
  output: z.void(),
  allow: signedIn,
  run: async (context: Context, { mail, screen }) => {
    const { db } = context
    const personId = me(context)
    const choices = mail.map((one) => {
      const [name, pace] = one.split('=') as [string, Pace]
      return { kind: chosenKind(name), pace, onScreen: screen.includes(name) }
    })
    // What is as the kind declares is not kept, so that it follows what the kind declares later.
    const kept = choices.filter(({ kind, pace, onScreen }) => !onScreen || pace !== kind.channels.mail)
    const all = choices.map(({ kind }) => kind.code)
    await db.deleteFrom('notifications.preference').where('person_id', '=', personId).where('kind', 'in', all)
      .$if(kept.length > 0, (rows) => rows.where('kind', 'not in', kept.map(({ kind }) => kind.code))).execute()
    for (const { kind, pace, onScreen } of kept) {
      const row = { on_screen: onScreen, mail: pace }
      await db.insertInto('notifications.preference').values({ person_id: personId, kind: kind.code, ...row })
        .onConflict((one) => one.columns(['person_id', 'kind']).doUpdateSet(row)).execute()
    }
    const never = choices.filter(({ pace }) => pace === 'never').map(({ kind }) => kind.code)
    if (never.length > 0) {
      await db.updateTable('notifications.notification').set({ mail_at: null })
        .where('person_id', '=', personId).where('kind', 'in', never).where('mail_at', 'is not', null).execute()
    }
  },
})
