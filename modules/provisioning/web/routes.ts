import type { PageRoute } from '#kernel/operation/module.ts'

const page = (path: string, name: string): PageRoute => ({ path, file: `modules/provisioning/web/${name}Page.tsx`, id: `provisioning/${name}` })

export const pages: PageRoute[] = [
  page('/gerer/imports', 'ImportPlaces'),
  page('/gerer/imports/:importId', 'Import'),
  page('/gerer/imports/:importId/lignes/:number', 'CorrectRow'),
  page('/gerer/:organisationId/imports', 'Imports'),
  page('/mes-organisations/propositions', 'Proposals'),
]

const query = (values: Record<string, string | number | undefined>): string => {
  const params = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => value ? [[name, String(value)]] : []))
  return params.size ? `?${params}` : ''
}

export const urls = {
  places: () => '/gerer/imports',
  /** @param asked a group that everybody of the list enters; the last import of the page before. */
  imports: (organisationId: string, asked: { groupId?: string, before?: string } = {}) => `/gerer/${organisationId}/imports${query(asked)}`,
  /** @param asked which rows are shown, after which; or the question before what cannot be seen. */
  import: (importId: string, asked: { rows?: string, after?: number, annuler?: string, abandonner?: string } = {}) => `/gerer/imports/${importId}${query(asked)}`,
  correctRow: (importId: string, number: number) => `/gerer/imports/${importId}/lignes/${number}`,
  /** The report as a file for spreadsheets; of some rows alone. */
  report: (importId: string, asked: { rows?: 'quarantine' } = {}) => `/imports/${importId}/report.csv${query(asked)}`,
  /** Where a program asks what became of an import. */
  api: (importId: string) => `/api/imports/${importId}`,
  proposals: () => '/mes-organisations/propositions',
}
