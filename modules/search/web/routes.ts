import type { PageRoute } from '#kernel/operation/module.ts'

export const urls = { consent: () => '/mon-compte/recherches' }

export const pages: PageRoute[] = [{ path: 'mon-compte/recherches', file: 'modules/search/web/SearchConsentPage.tsx', id: 'search/consent' }]
