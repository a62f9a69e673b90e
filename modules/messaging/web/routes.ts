import type { PageRoute } from '#kernel/operation/module.ts'

const folder = 'modules/messaging/web'

export const pages: PageRoute[] = [
  { path: '/messages', file: `${folder}/ConversationsPage.tsx`, id: 'messaging/list' },
  { path: '/messages/nouveau', file: `${folder}/NewConversationPage.tsx`, id: 'messaging/new' },
  { path: '/messages/canaux', file: `${folder}/ChannelsPage.tsx`, id: 'messaging/channels' },
  { path: '/messages/personnes-bloquees', file: `${folder}/BlockedPage.tsx`, id: 'messaging/blocked' },
  { path: '/messages/dossiers', file: `${folder}/FoldersPage.tsx`, id: 'messaging/folders' },
  { path: '/messages/lecture', file: `${folder}/ReadReceiptsPage.tsx`, id: 'messaging/receipts' },
  { path: '/messages/recherche', file: `${folder}/SearchMessagesPage.tsx`, id: 'messaging/search' },
  { path: '/messages/:conversationId/groupe', file: `${folder}/GroupPage.tsx`, id: 'messaging/group' },
  { path: '/messages/:conversationId/joindre', file: `${folder}/AttachPage.tsx`, id: 'messaging/attach' },
  { path: '/messages/:conversationId', file: `${folder}/ConversationPage.tsx`, id: 'messaging/conversation' },
]

const search = (given: Record<string, string | undefined>) => {
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => value === undefined ? [] : [[name, value]])).toString()
  return query && `?${query}`
}

/** Messages shown after the one that was looked for. */
const AFTER = 10

export const urls = {
  list: () => '/messages',
  /** @param before the cursor of what is older. */
  listed: (given: { archived?: boolean; folder?: string; before?: string }) => 
    `/messages${search({ ...given, archived: given.archived ? 'true' : undefined })}`,
  create: (...to: string[]) => `/messages/nouveau${to.length > 0 ? `?${new URLSearchParams(to.map((id) => ['to', id]))}` : ''}`,
  channels: () => '/messages/canaux',
  /** @param answersId the message that one answers. */
  attach: (conversationId: string, answersId?: string) => `/messages/${conversationId}/joindre${answersId ? `?repondre=${answersId}` : ''}`,
  blocked: () => '/messages/personnes-bloquees',
  folders: (given: { renommer?: string; supprimer?: string } = {}) => `/messages/dossiers${search(given)}`,
  receipts: () => '/messages/lecture',
  search: (given: { q?: string; before?: string } = {}) => `/messages/recherche${search(given)}`,
  /** Who is in a group, and how it is called. */
  group: (conversationId: string) => `/messages/${conversationId}/groupe`,
  /** One message, and the answers to it. */
  thread: (conversationId: string, messageId: string, before?: number) =>
    `/messages/${conversationId}${search({ fil: messageId, before: before?.toString() })}`,
  /** A message among those before and after it. */
  around: (conversationId: string, seq: number,
    messageId: string) => `/messages/${conversationId}?before=${seq + AFTER}#message-${messageId}`,
  conversation: (conversationId: string, messageId?: string | null) =>
    `/messages/${conversationId}${messageId ? `#message-${messageId}` : ''}`,
  /** @param before number of the first message shown. */
  older: (conversationId: string, before: number) => `/messages/${conversationId}?before=${before}`,
  /** The page that asks, or lets mend, one message. */
  about: (conversationId: string, what: 'repondre' | 'modifier' | 'supprimer' | 'bloquer' | 'quitter' | 'programme' | 'annuler',
    id: string) =>
    `/messages/${conversationId}?${what}=${id}`,
}
