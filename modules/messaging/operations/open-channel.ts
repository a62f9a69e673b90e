import { z } from 'zod'
import { v7 } from '#kernel/id.ts'
import { scopesOf } from '#kernel/operation/actor.ts'
import { command, Refusal } from '#kernel/operation/operation.ts'
import { channelOpened } from '../events.ts'
import { title } from '../limits.ts'
import { me, speaksTo, type Context } from '../policy.ts'

/**
 * Opens a channel of a group that one is in, or that is within one's programme: its people are the group's, from day to day. With
 * announcements only, nobody answers there.
 */
export const openChannel = command({
  http: 'POST /groups/:groupId/channels',
  input: z.object({ groupId: z.uuid(), title, isAnnouncements: z.boolean().optional() }),
  output: z.object({ conversationId: z.uuid() }),
  on: async (context: Context, { groupId }) => me(context) && scopesOf(context.actor, 'group').includes(groupId)
    ? context.db.selectFrom('organisations.holding as held').select(['held.organisation_id', 'held.group_id'])
      .where('held.group_id', '=', groupId).limit(1).executeTakeFirst()
    : undefined,
  allow: speaksTo,
  run: async (context: Context, input, { organisation_id, group_id }) => {
    const { db, now, record } = context
    const conversationId = v7()
    const { numInsertedOrUpdatedRows: count } = await db.insertInto('messaging.conversation').values({
      id: conversationId, kind: 'channel', title: input.title, organisation_id, group_id, is_announcements: input.isAnnouncements ?? false,
      created_by: me(context), created_at: now, last_at: now,
    }).onConflict((one) => one.doNothing()).executeTakeFirstOrThrow()
    if (count !== 1n) throw new Refusal('messaging.channel-exists')
    const mine = { conversation_id: conversationId, person_id: me(context), joined_at: now }
    await db.insertInto('messaging.participant').values(mine).execute()
    await record(channelOpened, { conversationId })
    return { conversationId }
  },
})
