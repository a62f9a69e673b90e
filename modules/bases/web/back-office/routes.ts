import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/avis-sur-le-service', file: 'modules/bases/web/back-office/SiteFeedbackListPage.tsx', id: 'bases/site-feedback' },
]

export const urls = {
  siteFeedback: ({ area, before }: { area?: string; before?: string } = {}) => {
    const query = new URLSearchParams({ ...area && { area }, ...before && { before } }).toString()
    return `/avis-sur-le-service${query && `?${query}`}`
  },
}
