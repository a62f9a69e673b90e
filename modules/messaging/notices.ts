import { z } from 'zod'
import { declareKind, declareSubject, type Kind } from '#modules/notifications/api.ts'
import { conversationSeenBy, messagesSeenBy, type Context } from './policy.ts'
import { replyAddress } from './replies/address.ts'
import { titleOf } from './title.ts'
import { notices as words } from './web/fr.ts'
import { notices as conversing } from './web/conversing.fr.ts'
import { fr as held } from './web/held.fr.ts'
import { urls } from './web/routes.ts'

/** As facts, streams and mutes name a conversation. */
export const subjectKind = 'messaging.conversation'

const params = z.object({ conversationId: z.uuid(), title: z.string().nullable() })
const common = {
  importance: 'normal', channels: { mail: 'daily', push: true }, params, family: words.family,
  href: ({ conversationId }: z.output<typeof params>) => urls.conversation(conversationId),
} as const

/** What is told of a message is answered by mail; announcements are not. */
const replyTo: Kind<typeof params>['replyTo'] = (context, personId, { conversationId }) => replyAddress(context, personId, conversationId)

export const received = declareKind({
  ...common, replyTo, code: 'messaging.message-received', label: words.received.label,
  text: ({ title }, { by }) => ({ title: words.received.title(by, title) }),
  grouped: (count, { title }) => words.received.several(count, title),
})
export const announced = declareKind({
  ...common, code: 'messaging.announced', label: words.announced.label, channels: { mail: 'at-once' },
  text: ({ title }, { by }) => ({ title: words.announced.title(by, title) }),
  grouped: (count, { title }) => words.announced.several(count, title),
})

/** What one wrote and that could not leave is one's own again. */
export const givenBack = declareKind({
  code: 'messaging.message-given-back', importance: 'normal', channels: { mail: 'never' }, params: z.object({ conversationId: z.uuid()
    .nullable() }),
  family: words.family, label: held.givenBack.label, text: () => ({ title: held.givenBack.title, body: held.givenBack.body }),
  href: ({ conversationId }) => conversationId ? urls.conversation(conversationId) : urls.list(),
})

/** As notifications that name somebody say what they are about: nobody mutes that one. */
export const mentionKind = 'messaging.mention'
export const mentioned = declareKind({
  ...common, replyTo, code: 'messaging.mentioned', label: conversing.mentioned.label, channels: { mail: 'at-once' },
  text: ({ title }, { by }) => ({ title: conversing.mentioned.title(by, title) }),
  grouped: (count, { title }) => conversing.mentioned.several(count, title),
})
export const addedToGroup = declareKind({
  ...common, code: 'messaging.added-to-group', label: conversing.added.label,
  text: ({ title }, { by }) => ({ title: conversing.added.title(by, title) }),
})

/** An exchange of answers, by the message that began it. */
export const threadKind = 'messaging.thread'
declareSubject({
  kind: threadKind, label: conversing.thread,
  find: async (given, id) => {
    const row = await messagesSeenBy(given as Context).select(['message.conversation_id', 'message.body']).where('message.id', '=', id)
      .executeTakeFirst()
    return row && { title: conversing.threadOf(row.body), href: urls.thread(row.conversation_id, id) }
  },
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
