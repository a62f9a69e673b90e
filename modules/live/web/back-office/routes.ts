import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/taches/messages', file: 'modules/live/web/back-office/UnreadMessagesPage.tsx', id: 'live/messages' },
]

export const urls = { messages: () => '/taches/messages' }
