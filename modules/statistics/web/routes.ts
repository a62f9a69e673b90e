import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [{ path: 'statistiques', file: 'modules/statistics/web/StatisticsPage.tsx', id: 'statistics/statistics' }]

export const urls = {
  statistics: (by?: string) => `/statistiques${by ? `?by=${by}` : ''}`,
  numbers: (name: string, by: string) => `/statistiques/nombres.csv?name=${name}&by=${by}`,
}
