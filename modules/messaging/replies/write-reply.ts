import { createHash } from 'node:crypto'
import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { command } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { isHeld } from '#modules/switches/api.ts'
import { isOutOf } from '../as-person.ts'
import { ATTACHMENTS, MOST_FILES } from '../attaching.ts'
import { replyAnswered } from '../events.ts'
import { holdIfClosed, keep } from '../held.ts'
import { body } from '../limits.ts'
import { me, type Context } from '../policy.ts'
import { openSuspicion } from '../suspecting.ts'
import { append, lockedConversation } from '../writing.ts'

/** What tells a mail: whose it is, so that nobody takes another's place, and its Message-ID. */
const mail = { mailId: z.string().min(1).max(1000), conversationId: z.uuid() }

const answered = z.object({ outcome: z.enum(['written', 'held', 'twice']) })
type Answered = z.output<typeof answered>

/** @returns whether it comes for the first time. */
const isFirst = async ({ db, now, actor }: Context, mailId: string, isFromElsewhere: boolean): Promise<boolean> => {
  const mail_hash = createHash('sha256').update(`${actor.id} ${mailId}`).digest()
  const row = await db.insertInto('messaging.received_mail').values({ mail_hash, person_id: actor.id!, at: now,
    is_from_elsewhere: isFromElsewhere })
    .onConflict((one) => one.doNothing()).returning('mail_hash').executeTakeFirst()
  return row !== undefined
}

/**
 * Writes in a conversation what somebody answered by mail, once for a mail. With the rights, switches and limits of a page. It has no
 * address in the API: only a mail with the secret of its address calls it.
 */
export const writeReply = command({
  http: 'POST /conversations/:conversationId/replies',
  input: z.object({ ...mail, body, fileIds: z.array(z.uuid()).max(MOST_FILES), leftOut: z.int().min(0), isFromElsewhere: z.boolean() }),
  output: answered,
  on: async (context: Context, { conversationId }) =>
    await isOutOf(context, conversationId) ? undefined : lockedConversation(context, conversationId),
  allow: signedIn,
  when: ({ closed }) => closed,
  run: async (context: Context, { mailId, conversationId, fileIds, leftOut, body: text, isFromElsewhere },
    conversation): Promise<Answered> => {
    if (!await isFirst(context, mailId, isFromElsewhere)) return { outcome: 'twice' }
    const answer = (code: string, count = 0) =>
      context.record(replyAnswered, { answerId: v7(), personId: me(context), conversationId, code, files: count })
    const withoutFiles = fileIds.length > 0 && await isHeld(context, ATTACHMENTS)
    const files = { fileIds: withoutFiles ? [] : fileIds }
    const left = withoutFiles ? fileIds.length + leftOut : leftOut
    if (left > 0) await answer('messaging.files-left-out', left)
    // In the queue of moderators already: it joins what waits there.
    const suspicion_id = await openSuspicion(context)
    if (suspicion_id) {
      await keep(context, { body: text, conversationId, files }, { held_for: 'signal', suspicion_id })
      return { outcome: 'held' }
    }
    if (await holdIfClosed(context, { body: text, conversationId, files })) return { outcome: 'held' }
    await append(context, conversation, { body: text, files })
    return { outcome: 'written' }
  },
})
writeReply.name = 'messaging.writeReply'

/** Notes that a mail was refused, so that its author is told why, once. */
export const refuseReply = command({
  http: 'POST /conversations/:conversationId/refused-replies',
  input: z.object({ ...mail, code: z.string(), isFromElsewhere: z.boolean() }),
  output: z.object({ isFirst: z.boolean() }),
  allow: signedIn,
  run: async (context: Context, { mailId, conversationId, code, isFromElsewhere }) => {
    const first = await isFirst(context, mailId, isFromElsewhere)
    if (first) await context.record(replyAnswered, { answerId: v7(), personId: me(context), conversationId, code, files: 0 })
    return { isFirst: first }
  },
})
refuseReply.name = 'messaging.refuseReply'
