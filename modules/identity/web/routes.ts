import type { PageRoute } from '#kernel/operation/module.ts'

/** Code of what is refused to staff who entered otherwise: stable, so that pages and programs tell it from other refusals. */
export const BY_PROCONNECT = 'identity.by-proconnect'

export const pages: PageRoute[] = [
  { path: '/connexion', file: 'modules/identity/web/SignInPage.tsx', id: 'identity/sign-in' },
  { path: '/connexion/lien-envoye', file: 'modules/identity/web/LinkSentPage.tsx', id: 'identity/link-sent' },
  { path: '/connexion/lien', file: 'modules/identity/web/SignInLinkPage.tsx', id: 'identity/sign-in-link' },
  { path: '/connexion/rapprochement', file: 'modules/identity/web/ProposalPage.tsx', id: 'identity/proposal' },
  { path: '/connexion/echec', file: 'modules/identity/web/SignInFailedPage.tsx', id: 'identity/sign-in-failed' },
  { path: '/connexion/retour', file: 'modules/identity/web/SignedInAgainPage.tsx', id: 'identity/signed-in-again' },
  { path: '/deconnexion', file: 'modules/identity/web/SignedOutPage.tsx', id: 'identity/signed-out' },
  { path: '/mon-compte/identites', file: 'modules/identity/web/IdentitiesPage.tsx', id: 'identity/identities' },
  { path: '/mon-compte/preuve', file: 'modules/identity/web/ProofPage.tsx', id: 'identity/proof' },
  { path: '/mon-compte/preuve/lien', file: 'modules/identity/web/ProofLinkPage.tsx', id: 'identity/proof-link' },
  { path: '/mon-compte/adresse', file: 'modules/identity/web/AddressProofPage.tsx', id: 'identity/address-proof' },
  { path: '/mon-compte/agir-a-ma-place', file: 'modules/identity/web/ActingPage.tsx', id: 'identity/acting' },
  { path: '/agir-pour', file: 'modules/identity/web/StartActingPage.tsx', id: 'identity/start-acting' },
  { path: '/bienvenue', file: 'modules/identity/web/WelcomePage.tsx', id: 'identity/welcome' },
  { path: '/mon-compte', file: 'modules/identity/web/ProfilePage.tsx', id: 'identity/profile' },
]

/** Where one was going, from the address of a page reached by the urls below; not yet known to be a path of this site. */
export const after = (url: string): string | undefined => new URL(url).searchParams.get('suite') ?? undefined

const then = (path: string | undefined, to: string) =>
  path && path !== '/' ? `${to}${to.includes('?') ? '&' : '?'}suite=${encodeURIComponent(path)}` : to

export const urls = {
  /** @param from the path to come back to. */
  signIn: (from?: string) => then(from, '/connexion'),
  linkSent: () => '/connexion/lien-envoye',
  /** Where the tab ends that was opened beside a form. */
  signedInAgain: () => '/connexion/retour',
  /** What the mail links to. @param dead why it opens nothing though it is good: a key of the page's states. */
  link: (token: string, dead?: 'suspended' | 'closed') => `/connexion/lien?jeton=${encodeURIComponent(token)}${dead ? `&compte=${dead === 'closed' ? 'ferme' : 'suspendu'}` : ''}`,
  /** Where the form of the link's page goes. */
  openSession: () => '/sign-in/session',
  signOut: () => '/sign-out',
  welcome: (to?: string) => then(to, '/bienvenue'),
  account: () => '/mon-compte',
  /** Who may act in one's place. */
  acting: () => '/mon-compte/agir-a-ma-place',
  /** The link by which an administrator enters, and the routes behind its button and the banner's. */
  act: (token: string) => `/agir-pour?jeton=${encodeURIComponent(token)}`,
  startActing: () => '/acting/session',
  stopActing: () => '/acting/stop',
  /** Leaves for a provider: a link, never a form, since the policy of pages stops a form that is redirected to another site. */
  provider: (key: string, returnTo?: string) =>
    `/sign-in/with/${key}${returnTo && returnTo !== '/' ? `?returnTo=${encodeURIComponent(returnTo)}` : ''}`,
  linkWith: (key: string) => `/sign-in/with/${key}?purpose=link`,
  providerCallback: (key: string) => `/sign-in/with/${key}/callback`,
  providerLeave: (key: string) => `/sign-in/with/${key}/leave`,
  providerLeft: (key: string) => `/sign-in/with/${key}/left`,
  /** @param reason why it failed: a key of the page's sentences. */
  signInFailed: (reason: string, provider?: string, returnTo?: string) => then(returnTo,
    `/connexion/echec?raison=${reason}${provider ? `&service=${provider}` : ''}`),
  proposal: () => '/connexion/rapprochement',
  enterApart: () => '/sign-in/apart',
  /** @param provider whose own session is closed next. */
  signedOut: (provider?: string) => `/deconnexion${provider ? `?service=${provider}` : ''}`,
  identities: () => '/mon-compte/identites',
  addressProof: (token: string) => `/mon-compte/adresse?jeton=${encodeURIComponent(token)}`,
  /** Where one proves again who one is. @param to where one goes back to. @param failed why it has not worked: a key of the page's sentences. */
  proof: (to?: string, failed?: string) => then(to, `/mon-compte/preuve${failed ? `?echec=${failed}` : ''}`),
  proofLink: (token: string) => `/mon-compte/preuve/lien?jeton=${encodeURIComponent(token)}`,
  proveByLink: () => '/proof/link',
  proofPasskeyOptions: () => '/proof/passkeys',
  proveByPasskey: () => '/proof/passkey',
  proveWith: (key: string, to: string) => `/sign-in/with/${key}?purpose=prove&returnTo=${encodeURIComponent(to)}`,
  passkeyOptions: () => '/sign-in/passkeys',
  newPasskeyOptions: () => '/passkeys/new',
  enterByPasskey: () => '/sign-in/passkeys/session',
}
