import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/demonstration', file: 'demo/web/PeoplePage.tsx', id: 'demo/people' },
  { path: '/demonstration/courrier', file: 'demo/web/MailboxPage.tsx', id: 'demo/mailbox' },
  { path: '/demonstration/courrier/:mailId', file: 'demo/web/MailPage.tsx', id: 'demo/mail' },
]

export const urls = {
  people: () => '/demonstration',
  /** Where the form « entrer comme… » goes. */
  signInAs: () => '/demonstration/sign-in',
  mailbox: () => '/demonstration/courrier',
  mail: (id: string) => `/demonstration/courrier/${id}`,
  mailContent: (id: string) => `/demonstration/courrier/${id}/mise-en-forme`,
}
