import type { PageRoute } from '#kernel/operation/module.ts'

const folder = 'modules/moderation/web/back-office'

export const pages: PageRoute[] = [
  { path: '/signalements', file: `${folder}/QueuePage.tsx`, id: 'moderation/queue' },
  { path: '/signalements/:subjectId', file: `${folder}/ReportedPage.tsx`, id: 'moderation/reported' },
]

export const urls = {
  queue: (state?: 'open' | 'decided', after?: string) => {
    const query = new URLSearchParams({ ...state === 'decided' && { state }, ...after && { after } }).toString()
    return `/signalements${query && `?${query}`}`
  },
  reported: (subjectId: string) => `/signalements/${subjectId}`,
}
