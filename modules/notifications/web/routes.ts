import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/notifications', file: 'modules/notifications/web/NotificationsPage.tsx', id: 'notifications/list' },
  { path: '/notifications/reglages', file: 'modules/notifications/web/PreferencesPage.tsx', id: 'notifications/preferences' },
  { path: '/notifications/desabonnement/:token', file: 'modules/notifications/web/UnsubscribePage.tsx', id: 'notifications/unsubscribe' },
]

export const urls = {
  list: () => '/notifications',
  /** @param before the cursor of what is older. */
  listed: ({ unread, before }: { unread?: boolean; before?: string }) => {
    const search = new URLSearchParams([...unread ? [['unread', 'true']] : [], ...before ? [['before', before]] : []])
    return `/notifications${search.size > 0 ? `?${search}` : ''}`
  },
  preferences: () => '/notifications/reglages',
  /** In the head of mails too: a POST there, without anybody signed in, unsubscribes. */
  unsubscription: (token: string) => `/notifications/desabonnement/${token}`,
}
