import type { PageRoute } from '#kernel/operation/module.ts'

const folder = 'modules/identity/web/back-office'

export const pages: PageRoute[] = [
  { path: '/personnes', file: `${folder}/PeoplePage.tsx`, id: 'identity/people' },
  { path: '/personnes/nouvelle', file: `${folder}/RegisterPersonPage.tsx`, id: 'identity/register-person' },
  { path: '/personnes/:personId', file: `${folder}/PersonPage.tsx`, id: 'identity/person' },
  { path: '/changements-d-adresse', file: `${folder}/ReconciliationsPage.tsx`, id: 'identity/reconciliations' },
  { path: '/fusions/:mergeId', file: `${folder}/MergePage.tsx`, id: 'identity/merge' },
]

export const urls = {
  people: (text?: string, after?: string) => {
    const query = new URLSearchParams({ ...text && { text }, ...after && { after } }).toString()
    return `/personnes${query && `?${query}`}`
  },
  register: () => '/personnes/nouvelle',
  person: (personId: string) => `/personnes/${personId}`,
  reconciliations: () => '/changements-d-adresse',
  merge: (mergeId: string) => `/fusions/${mergeId}`,
}
