import { v7 } from '#kernel/id.ts'
import { conversationSeenBy, conversationsSeenBy, me, type Context } from './policy.ts'

type Begun = { kind: 'pair'; pairKey: string } | { kind: 'group'; title: string | null }
type Held = { id: string; last_seq: number }

const row = (context: Context, begun: Begun) => ({
  id: v7(), kind: begun.kind, title: begun.kind === 'group' ? begun.title : null, pair_key: begun.kind === 'pair' ? begun.pairKey : null,
  created_by: me(context), created_at: context.now, last_at: context.now,
})

// The conflict names no column, else the row would have to be seen by row policies before anybody takes part in it.
const begin = async (context: Context, begun: Begun, others: readonly string[]) => {
  const made = row(context, begun)
  const { numInsertedOrUpdatedRows: count } = await context.db.insertInto('messaging.conversation').values(made)
    .onConflict((one) => one.doNothing()).executeTakeFirstOrThrow()
  if (count !== 1n) return undefined
  await context.db.insertInto('messaging.participant').values([me(context), ...others].map((person_id) => ({
    conversation_id: made.id, person_id, joined_at: context.now,
  }))).execute()
  return { id: made.id, last_seq: 0 }
}

/** By their people and not by its key: two accounts may have become one since. */
const known = async (context: Context, other: string) => {
  const found = await conversationsSeenBy(context).select('conversation.id').where('conversation.kind', '=', 'pair')
    .innerJoin('messaging.participant as theirs', 'theirs.conversation_id', 'conversation.id').where('theirs.person_id', '=', other)
    .orderBy('conversation.last_at', 'desc').executeTakeFirst()
  return found && conversationSeenBy(context, found.id).forUpdate('conversation').executeTakeFirst()
}

/** The conversation of the person who acts with another one: theirs already, or a new one. Held. */
export const pairWith = async (context: Context, other: string): Promise<Held> => {
  const pairKey = [me(context), other].toSorted().join(' ')
  const there = await known(context, other) ?? await begin(context, { kind: 'pair', pairKey }, [other]) ?? await known(context, other)
  if (!there) throw new Error('A conversation of two has neither both of its people nor another one')
  return there
}

/** A new conversation of several people, under a title. */
export const groupOf = async (context: Context, others: readonly string[], title: string | null): Promise<Held> =>
  (await begin(context, { kind: 'group', title }, others))!
