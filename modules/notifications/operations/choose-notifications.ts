import { z } from 'zod'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { kindOf, paces, pushedByDefault, type Kind, type Pace } from '../kinds.ts'
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
 * Chooses, for each kind given in `mail`, at which pace it comes by mail, and whether it comes on screen: those of `screen` do. With
 * `withPush`, also whether it comes on one's devices: those of `push` do; without it that stays as it was. What waits to leave, of a
 * kind that
 * one wants no more, does not.
 */
export const chooseNotifications = command({
  http: 'PUT /me/notification-preferences',
  input: z.object({ mail: z.array(paceOf).min(1).max(500), screen: z.array(code).max(500).default([]),
    push: z.array(code).max(500).default([]), withPush: z.boolean().default(false) }),
  output: z.void(),
  allow: signedIn,
  run: async (context: Context, { mail, screen, push, withPush }) => {
    const { db } = context
    const personId = me(context)
    const before = new Map((await db.selectFrom('notifications.preference').select(['kind', 'push']).where('person_id', '=',
      personId).execute())
      .map((row) => [row.kind, row.push]))
    const pushOf = (kind: Kind) => {
      if (!withPush) return before.get(kind.code) ?? null
      const wanted = push.includes(kind.code)
      return wanted === pushedByDefault(kind) ? null : wanted
    }
    const choices = mail.map((one) => {
      const [name, pace] = one.split('=') as [string, Pace]
      const kind = chosenKind(name)
      return { kind, pace, onScreen: screen.includes(name), push: pushOf(kind) }
    })
    // What is as the kind declares is not kept, so that it follows what the kind declares later.
    const kept = choices.filter(({ kind, pace, onScreen, push: chosen }) => !onScreen || pace !== kind.channels.mail || chosen !== null)
    const all = choices.map(({ kind }) => kind.code)
    await db.deleteFrom('notifications.preference').where('person_id', '=', personId).where('kind', 'in', all)
      .$if(kept.length > 0, (rows) => rows.where('kind', 'not in', kept.map(({ kind }) => kind.code))).execute()
    for (const { kind, pace, onScreen, push: chosen } of kept) {
      const row = { on_screen: onScreen, mail: pace, push: chosen }
      await db.insertInto('notifications.preference').values({ person_id: personId, kind: kind.code, ...row })
        .onConflict((one) => one.columns(['person_id', 'kind']).doUpdateSet(row)).execute()
    }
    const never = choices.filter(({ pace }) => pace === 'never').map(({ kind }) => kind.code)
    if (never.length > 0) {
      await db.updateTable('notifications.notification').set({ mail_at: null })
        .where('person_id', '=', personId).where('kind', 'in', never).where('mail_at', 'is not', null).execute()
    }
    const silent = choices.filter(({ kind, push: chosen }) => !(chosen ?? pushedByDefault(kind))).map(({ kind }) => kind.code)
    if (silent.length > 0) {
      await db.updateTable('notifications.notification').set({ push_at: null })
        .where('person_id', '=', personId).where('kind', 'in', silent).where('push_at', 'is not', null).execute()
    }
  },
})
