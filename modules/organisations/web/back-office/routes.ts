import type { PageRoute } from '#kernel/operation/module.ts'

const folder = 'modules/organisations/web/back-office'

export const pages: PageRoute[] = [
  { path: '/organisations', file: `${folder}/OrganisationsPage.tsx`, id: 'organisations/list' },
  { path: '/organisations/nouvelle', file: `${folder}/NewOrganisationPage.tsx`, id: 'organisations/new' },
  { path: '/organisations/:organisationId', file: `${folder}/SheetPage.tsx`, id: 'organisations/sheet' },
  { path: '/organisations/:organisationId/modifier', file: `${folder}/EditOrganisationPage.tsx`, id: 'organisations/edit' },
  { path: '/organisations/:organisationId/groupes', file: `${folder}/OrganisationGroupsPage.tsx`, id: 'organisations/sheet-groups' },
]

const query = (values: Record<string, string | undefined>): string => {
  const params = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => value ? [[name, value]] : []))
  return params.size ? `?${params}` : ''
}

export const urls = {
  list: (filters: { words?: string, kind?: string, state?: string, after?: string } = {}) => `/organisations${query(filters)}`,
  create: () => '/organisations/nouvelle',
  /** @param asked an organisation, or an invitation, that one asks to close. */
  sheet: (id: string, asked: { close?: boolean, revoke?: string } = {}) =>
    `/organisations/${id}${query({ fermer: asked.close ? 'oui' : undefined, annuler: asked.revoke })}`,
  edit: (id: string) => `/organisations/${id}/modifier`,
  groups: (id: string, asked: { edit?: string, close?: string } = {}) =>
    `/organisations/${id}/groupes${query({ modifier: asked.edit, fermer: asked.close })}`,
}
