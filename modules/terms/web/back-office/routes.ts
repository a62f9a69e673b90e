import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/terms/web/back-office/${name}Page.tsx`

export const pages: PageRoute[] = [
  { path: '/conditions', file: file('Versions'), id: 'terms/versions' },
  { path: '/conditions/brouillon', file: file('Draft'), id: 'terms/draft' },
  { path: '/conditions/brouillon/apercu', file: file('Preview'), id: 'terms/preview' },
]

export const urls = {
  versions: () => '/conditions',
  draft: () => '/conditions/brouillon',
  preview: () => '/conditions/brouillon/apercu',
}
