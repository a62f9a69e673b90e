import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/audit/web/back-office/${name}Page.tsx`

export const pages: PageRoute[] = [
  { path: '/journal', file: file('Trace'), id: 'audit/trace' },
  { path: '/journal/scellement', file: file('Chain'), id: 'audit/chain' },
  { path: '/journal/:entryId', file: file('Entry'), id: 'audit/entry' },
]

/** What the trace is searched by, as it stands in the address (policy.ts). */
export type TraceFilters = Partial<Record<
  'person' | 'actingFor' | 'about' | 'target' | 'operation' | 'outcome' | 'client' | 'from' | 'to' | 'request', string>>

const query = (given: Readonly<Record<string, string | undefined>>) => {
  const text = new URLSearchParams(Object.entries(given).filter((one): one is [string, string] => Boolean(one[1]))).toString()
  return text && `?${text}`
}

export const urls = {
  trace: (filters: TraceFilters = {}, before?: string) => `/journal${query({ ...filters, before })}`,
  entry: (entryId: string) => `/journal/${entryId}`,
  chain: () => '/journal/scellement',
  /** The file to take away (raw.ts). */
  exported: (filters: TraceFilters, format: 'csv' | 'ndjson') => `/back-office/trace/export${query({ ...filters, format })}`,
}
