import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/mes-donnees', file: 'modules/privacy/web/MyDataPage.tsx', id: 'privacy/my-data' },
  { path: '/mes-donnees/consultations', file: 'modules/privacy/web/ReadersPage.tsx', id: 'privacy/readers' },
  { path: '/mes-donnees/suppression', file: 'modules/privacy/web/DeletionPage.tsx', id: 'privacy/deletion' },
]

export const urls = {
  data: () => '/mes-donnees',
  /** @param before the cursor of what is older. */
  readers: (before?: string) => before === undefined ? '/mes-donnees/consultations' : `/mes-donnees/consultations?before=${before}`,
  deletion: () => '/mes-donnees/suppression',
  /** The bytes; the name is for people. */
  download: (archiveId: string) => `/me/archives/${archiveId}/mes-donnees.zip`,
}
