import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/droits', file: 'modules/access/web/RightsPlacesPage.tsx', id: 'access/places' },
  { path: '/mes-organisations/:organisationId/droits', file: 'modules/access/web/RightsPage.tsx', id: 'access/rights' },
  { path: '/mes-organisations/:organisationId/droits/personne/:personId', file: 'modules/access/web/PersonRightsPage.tsx', id: 'access/rights-of' },
  { path: '/mes-organisations/:organisationId/droits/action', file: 'modules/access/web/HoldersPage.tsx', id: 'access/holders' },
]

export const urls = {
  places: () => '/droits',
  rights: (organisationId: string) => `/mes-organisations/${organisationId}/droits`,
  rightsOf: (organisationId: string, personId: string) => `/mes-organisations/${organisationId}/droits/personne/${personId}`,
  /** Where the form that asks who may goes; the action is in its query, under `operation`. */
  holders: (organisationId: string, operation?: string) =>
    `/mes-organisations/${organisationId}/droits/action${operation ? `?operation=${encodeURIComponent(operation)}` : ''}`,
}
