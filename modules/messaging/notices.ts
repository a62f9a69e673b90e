import { z } from 'zod'
import { declareKind, declareSubject } from '#modules/notifications/api.ts'
import { conversationSeenBy, type Context } from './policy.ts'
import { titleOf } from './title.ts'
import { notices as words } from './web/fr.ts'
import { urls } from './web/routes.ts'

/** As facts, streams and mutes name a conversation. */
export const subjectKind = 'messaging.conversation'

const params = z.object({ conversationId: z.uuid(), title: z.string().nullable() })
const common = {
  importance: 'normal', channels: { mail: 'daily' }, params, family: words.family,
  href: ({ conversationId }: z.output<typeof params>) => urls.conversation(conversationId),
} as const

export const received = declareKind({
  ...common, code: 'messaging.message-received', label: words.received.label,
  text: ({ title }, { by }) => ({ title: words.received.title(by, title) }),
  grouped: (count, { title }) => words.received.several(count, title),
})
export const announced = declareKind({
  ...common, code: 'messaging.announced', label: words.announced.label, channels: { mail: 'at-once' },
  text: ({ title }, { by }) => ({ title: words.announced.title(by, title) }),
  grouped: (count, { title }) => words.announced.several(count, title),
})

/** A conversation may be muted by those who take part in it. */
declareSubject({
  kind: subjectKind, label: words.conversation,
  find: async (given, id) => {
    const context = given as Context
    const row = await conversationSeenBy(context, id).executeTakeFirst()
    return row && { title: (await titleOf(context, [row])).get(row.id)!, href: urls.conversation(id) }
  },
})
