import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [{ path: '/signaler', file: 'modules/moderation/web/ReportPage.tsx', id: 'moderation/report' }]

export const urls = {
  /** @param kind as its domain declared it: `bases.resource`. */
  report: (kind: string, targetId: string) => `/signaler?kind=${encodeURIComponent(kind)}&targetId=${targetId}`,
}
