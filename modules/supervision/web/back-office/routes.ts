import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/supervision/web/back-office/${name}Page.tsx`

export const pages: PageRoute[] = [
  { path: '/taches', file: file('Jobs'), id: 'supervision/jobs' },
  { path: '/taches/livraisons', file: file('Deliveries'), id: 'supervision/deliveries' },
  { path: '/taches/:executionId', file: file('Job'), id: 'supervision/job' },
  { path: '/sante', file: file('Health'), id: 'supervision/health' },
  { path: '/statistiques', file: file('Figures'), id: 'supervision/figures' },
]

export type JobFilters = Partial<Record<'name' | 'state' | 'from' | 'to', string>>

const query = (given: Readonly<Record<string, string | undefined>>) => {
  const text = new URLSearchParams(Object.entries(given).filter((one): one is [string, string] => Boolean(one[1]))).toString()
  return text && `?${text}`
}

export const urls = {
  jobs: (filters: JobFilters = {}, before?: string) => `/taches${query({ ...filters, before })}`,
  job: (executionId: string) => `/taches/${executionId}`,
  deliveries: () => '/taches/livraisons',
  health: () => '/sante',
  figures: (period?: string) => `/statistiques${query({ period })}`,
}
