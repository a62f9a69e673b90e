import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/announcements/web/${name}Page.tsx`

export const pages: PageRoute[] = [
  { path: 'annonces', file: file('MyAnnouncements'), id: 'announcements/mine' },
  { path: 'annonces/:announcementId', file: file('Announcement'), id: 'announcements/one' },
  { path: 'mes-organisations/:organisationId/annonces', file: file('OrganisationAnnouncements'), id: 'announcements/organisation' },
]

const query = (given: Readonly<Record<string, string | undefined>>) => {
  const text = new URLSearchParams(Object.entries(given).filter((one): one is [string, string] => Boolean(one[1]))).toString()
  return text && `?${text}`
}

export const urls = {
  mine: () => '/annonces',
  one: (announcementId: string) => `/annonces/${announcementId}`,
  organisation: (organisationId: string, given: { before?: string,
    recall?: string } = {}) => `/mes-organisations/${organisationId}/annonces${query(given)}`,
}
