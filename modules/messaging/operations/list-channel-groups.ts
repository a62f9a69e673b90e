import { z } from 'zod'
import { scopesOf } from '#kernel/operation/actor.ts'
import { query } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import { conversationsSeenBy, speaksTo, type Context } from '../policy.ts'
import { openChannel } from './open-channel.ts'

/** The channels of one's groups, and the groups to which one speaks, where one may open another. */
export const listChannelGroups = query({
  http: 'GET /me/channel-groups',
  input: z.object({}),
  output: z.object({
    groups: z.array(z.object({ id: z.uuid(), name: z.string(), organisation: z.string() })),
    channels: z.array(z.object({ id: z.uuid(), title: z.string(), group: z.string(), isAnnouncements: z.boolean() })),
  }),
  allow: signedIn,
  confidential: true,
  can: { openChannel: { ...openChannel, allow: signedIn } },
  run: async (context: Context) => {
    // Groups in which one holds a role, those within one's programme included; somebody belongs to each.
    const mine = scopesOf(context.actor, 'group')
    const groups = mine.length === 0 ? [] : await context.db.selectFrom('organisations.holding as held')
      .innerJoin('organisations.card as organisation', 'organisation.id', 'held.organisation_id')
      .select(['held.group_id as id', 'held.group_name as name', 'organisation.name as organisation']).distinct()
      .where('held.group_id', 'in', mine).orderBy('held.group_name').orderBy('held.group_id').execute()
    const names = new Map(groups.map(({ id, name }) => [id, name ?? '']))
    const channels = await conversationsSeenBy(context)
      .select(['conversation.id', 'conversation.title', 'conversation.group_id', 'conversation.is_announcements'])
      .where('conversation.kind', '=', 'channel').orderBy('conversation.title').limit(200).execute()
    return {
      groups: groups.filter(({ id }) => speaksTo.holds(context.actor, { group_id: id }))
        .map(({ id, name, organisation }) => ({ id: id!, name: name ?? '', organisation })),
      channels: channels.map(({ id, title, group_id: group, is_announcements: isAnnouncements }) =>
        ({ id, title: title ?? '', group: names.get(group) ?? '', isAnnouncements })),
    }
  },
})
