import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/announcements/web/back-office/${name}Page.tsx`

export const pages: PageRoute[] = [
  { path: '/annonces', file: file('Announcements'), id: 'announcements/list' },
  { path: '/annonces/nouvelle', file: file('NewAnnouncement'), id: 'announcements/new' },
]

export const urls = {
  list: (before?: string) => `/annonces${before ? `?before=${before}` : ''}`,
  recall: (announcementId: string) => `/annonces?recall=${announcementId}`,
  create: () => '/annonces/nouvelle',
}
