import { MENDING } from './limits.ts'
import { messagesSeenBy, type Context } from './policy.ts'

/** A message that one reads, held: only its author's row policy lets it be changed. */
export const lockedMessage = async (context: Context, messageId: string) => {
  const seen = await messagesSeenBy(context).selectAll('message').where('message.id', '=', messageId).executeTakeFirst()
  if (seen?.author_id !== context.actor.id) return seen
  return messagesSeenBy(context).selectAll('message').where('message.id', '=', messageId).forNoKeyUpdate('message').executeTakeFirst()
}

const MINUTE = 60_000

/** Why it is not mended any more, by the code of the refusal. */
export const notMended = ({ deleted_at: deleted, at }: { deleted_at: string | null; at: string }, now: string): string | undefined => {
  if (deleted) return 'messaging.deleted'
  return Date.parse(now) - Date.parse(at) > MENDING * MINUTE ? 'messaging.too-late' : undefined
}
