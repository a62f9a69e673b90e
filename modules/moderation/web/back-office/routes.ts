import type { PageRoute } from '#kernel/operation/module.ts'
import { under } from '../routes.ts'

const folder = 'modules/moderation/web/back-office'

export const pages: PageRoute[] = [
  { path: '/signalements', file: `${folder}/QueuePage.tsx`, id: 'moderation/queue' },
  { path: '/signalements/:subjectId', file: `${folder}/ReportedPage.tsx`, id: 'moderation/reported' },
]

export const urls = under('/signalements')
