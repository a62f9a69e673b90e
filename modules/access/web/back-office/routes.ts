import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/access/web/back-office/${name}.tsx`

export const pages: PageRoute[] = [
  { path: '/programmes', file: file('ClientsPage'), id: 'access/clients' },
  { path: '/programmes/nouveau', file: file('NewClientPage'), id: 'access/new-client' },
  { path: '/programmes/:clientId', file: file('ClientPage'), id: 'access/client' },
  { path: '/droits', file: file('RightsPage'), id: 'access/all-rights' },
  { path: '/droits/personne/:personId', file: file('PersonRightsPage'), id: 'access/person-rights' },
  { path: '/droits/action', file: file('OperationPage'), id: 'access/operation' },
]

export const urls = {
  clients: () => '/programmes',
  newClient: () => '/programmes/nouveau',
  client: (id: string) => `/programmes/${id}`,
  rights: () => '/droits',
  personRights: (id: string) => `/droits/personne/${id}`,
  operation: (name?: string) => name ? `/droits/action?operation=${encodeURIComponent(name)}` : '/droits/action',
}
