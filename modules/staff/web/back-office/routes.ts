import type { PageRoute } from '#kernel/operation/module.ts'

const file = (name: string) => `modules/staff/web/back-office/${name}Page.tsx`

// None of these paths is one of the portal's: a page that answers at the wrong place would be seen.
export const pages: PageRoute[] = [
  { path: '/identification', file: file('StaffSignIn'), id: 'staff/sign-in' },
  { path: '/identification/lien-envoye', file: file('StaffLinkSent'), id: 'staff/link-sent' },
  { path: '/identification/lien', file: file('StaffLink'), id: 'staff/link' },
  { path: '/identification/second-facteur', file: file('SecondFactor'), id: 'staff/second-factor' },
  { path: '/securite', file: file('Security'), id: 'staff/security' },
  { path: '/securite/application', file: file('AddTotp'), id: 'staff/add-totp' },
  { path: '/securite/cle', file: file('AddPasskey'), id: 'staff/add-passkey' },
  { path: '/securite/codes', file: file('RecoveryCodes'), id: 'staff/recovery-codes' },
]

/** Where one was going, from the address of a page reached by the urls below; not yet known to be a path of this site. */
export const after = (url: string): string | undefined => new URL(url).searchParams.get('suite') ?? undefined

const at = (path: string, given: Record<string, string | undefined>) => {
  const query = new URLSearchParams(Object.entries(given).filter((one): one is [string, string] => Boolean(one[1])))
  return query.size ? `${path}?${query.toString()}` : path
}
const suite = (path: string | undefined) => path === '/' ? undefined : path

export const urls = {
  /** @param from the path to come back to. */
  signIn: (from?: string, reason?: string) => at('/identification', { suite: suite(from), raison: reason }),
  linkSent: () => '/identification/lien-envoye',
  /** What the mail links to. */
  link: (token: string, reason?: string) => at('/identification/lien', { jeton: token, raison: reason }),
  secondFactor: (from?: string, reason?: string) => at('/identification/second-facteur', { suite: suite(from), raison: reason }),
  security: (done?: string) => at('/securite', { fait: done }),
  addTotp: (reason?: string) => at('/securite/application', { raison: reason }),
  addPasskey: (reason?: string) => at('/securite/cle', { raison: reason }),
  recoveryCodes: () => '/securite/codes',
  /** Where forms go that set the cookie. */
  enterByLink: () => '/back-office/session',
  proConnect: (from?: string) => from && from !== '/' ? `/back-office/proconnect?returnTo=${encodeURIComponent(from)}` : '/back-office/proconnect',
  proConnectCallback: () => '/back-office/proconnect/callback',
  showFactor: () => '/back-office/second-factor',
  prove: () => '/back-office/proof',
  enrolTotp: () => '/back-office/factors/totp',
  enrolPasskey: () => '/back-office/factors/passkey',
  stay: () => '/back-office/stay',
  signOut: () => '/back-office/sign-out',
  /** Where scripts ask what a passkey must sign. */
  askPasskey: () => '/api/back-office/proofs/passkey/challenge',
  askPasskeyEnrolment: () => '/api/back-office/factors/passkey/challenge',
}
