import type { PageRoute } from '#kernel/operation/module.ts'

export const pages: PageRoute[] = [
  { path: '/connexion', file: 'modules/identity/web/SignInPage.tsx', id: 'identity/sign-in' },
  { path: '/connexion/lien-envoye', file: 'modules/identity/web/LinkSentPage.tsx', id: 'identity/link-sent' },
  { path: '/connexion/lien', file: 'modules/identity/web/SignInLinkPage.tsx', id: 'identity/sign-in-link' },
  { path: '/bienvenue', file: 'modules/identity/web/WelcomePage.tsx', id: 'identity/welcome' },
  { path: '/mon-compte', file: 'modules/identity/web/ProfilePage.tsx', id: 'identity/profile' },
]

/** Where one was going, from the address of a page reached by the urls below; not yet known to be a path of this site. */
export const after = (url: string): string | undefined => new URL(url).searchParams.get('suite') ?? undefined

const then = (path: string | undefined, to: string) => path && path !== '/' ? `${to}?suite=${encodeURIComponent(path)}` : to

export const urls = {
  /** @param from the path to come back to. */
  signIn: (from?: string) => then(from, '/connexion'),
  linkSent: () => '/connexion/lien-envoye',
  /** What the mail links to. */
  link: (token: string, suspended = false) => `/connexion/lien?jeton=${encodeURIComponent(token)}${suspended ? '&compte=suspendu' : ''}`,
  /** Where the form of the link's page goes. */
  openSession: () => '/sign-in/session',
  signOut: () => '/sign-out',
  welcome: (to?: string) => then(to, '/bienvenue'),
  account: () => '/mon-compte',
}
