import type { PageRoute } from '#kernel/operation/module.ts'

const folder = 'modules/messaging/web'

export const pages: PageRoute[] = [
  { path: '/messages', file: `${folder}/ConversationsPage.tsx`, id: 'messaging/list' },
  { path: '/messages/nouveau', file: `${folder}/NewConversationPage.tsx`, id: 'messaging/new' },
  { path: '/messages/canaux', file: `${folder}/ChannelsPage.tsx`, id: 'messaging/channels' },
  { path: '/messages/personnes-bloquees', file: `${folder}/BlockedPage.tsx`, id: 'messaging/blocked' },
  { path: '/messages/:conversationId', file: `${folder}/ConversationPage.tsx`, id: 'messaging/conversation' },
]

const search = (given: Record<string, string | undefined>) => {
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => value === undefined ? [] : [[name, value]])).toString()
  return query && `?${query}`
}

export const urls = {
  list: () => '/messages',
  /** @param before the cursor of what is older. */
  listed: (given: { archived?: boolean; q?: string; before?: string }) => 
    `/messages${search({ ...given, archived: given.archived ? 'true' : undefined })}`,
  create: (...to: string[]) => `/messages/nouveau${to.length > 0 ? `?${new URLSearchParams(to.map((id) => ['to', id]))}` : ''}`,
  channels: () => '/messages/canaux',
  blocked: () => '/messages/personnes-bloquees',
  conversation: (conversationId: string, messageId?: string | null) =>
    `/messages/${conversationId}${messageId ? `#message-${messageId}` : ''}`,
  /** @param before number of the first message shown. */
  older: (conversationId: string, before: number) => `/messages/${conversationId}?before=${before}`,
  /** The page that asks, or lets mend, one message. */
  about: (conversationId: string, what: 'repondre' | 'modifier' | 'supprimer' | 'bloquer' | 'quitter', id: string) =>
    `/messages/${conversationId}?${what}=${id}`,
}
