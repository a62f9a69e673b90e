import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/conditions-d-utilisation', file: 'modules/terms/web/TermsPage.tsx', id: 'terms/current' },
  { path: '/conditions-d-utilisation/accord', file: 'modules/terms/web/AskedPage.tsx', id: 'terms/asked' },
  { path: '/conditions-d-utilisation/:number', file: 'modules/terms/web/TermsPage.tsx', id: 'terms/version' },
]

export const urls = {
  /** @param number of a version; the one that holds when left out. */
  terms: (number?: number) => number === undefined ? '/conditions-d-utilisation' : `/conditions-d-utilisation/${number}`,
  /** Where they are asked for. @param then the path to go on to. */
  asked: (then: string) => `/conditions-d-utilisation/accord?suite=${encodeURIComponent(then)}`,
  /** Where the button that accepts goes. @param then the path to go on to. */
  accept: (number: number, then: string) => `/conditions-d-utilisation/accord?number=${number}&suite=${encodeURIComponent(then)}`,
}
