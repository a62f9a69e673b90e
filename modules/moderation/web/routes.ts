import type { PageRoute } from '#kernel/operation/module.ts'

const folder = 'modules/moderation/web'

export const pages: PageRoute[] = [
  { path: '/signaler', file: `${folder}/ReportPage.tsx`, id: 'moderation/report' },
  { path: '/decisions-sur-mes-publications', file: `${folder}/MyDecisionsPage.tsx`, id: 'moderation/mine' },
  { path: '/moderation', file: `${folder}/QueuePage.tsx`, id: 'moderation/queue' },
  { path: '/moderation/:subjectId', file: `${folder}/ReportedPage.tsx`, id: 'moderation/reported' },
]

/** `defects` are open too: apart from what is more serious. */
export type QueueState = 'open' | 'defects' | 'appealed' | 'decided'

const filters = (state?: QueueState, after?: string) => {
  const of: Record<string, string> = state === 'defects' ? { concern: 'defect' } : state && state !== 'open' ? { state } : {}
  const query = new URLSearchParams({ ...of, ...after && { after } }).toString()
  return query && `?${query}`
}

/** Addresses of the moderators' work, in the portal or in the back office. */
export const under = (path: string) => ({
  queue: (state?: QueueState, after?: string) => path + filters(state, after),
  reported: (subjectId: string) => `${path}/${subjectId}`,
})

export const urls = {
  /** @param kind as its domain declared it: `bases.resource`. */
  report: (kind: string, targetId: string) => `/signaler?kind=${encodeURIComponent(kind)}&targetId=${targetId}`,
  /** What was decided of one's own publications. */
  mine: () => '/decisions-sur-mes-publications',
  ...under('/moderation'),
}
