import { newToken } from '../token.ts'

/**
 * Ties what goes on with a provider, or with a passkey, to the browser that began it: who lures somebody else into a callback does not have
 * it. Of this host alone (`__Host-`), sent along when the provider sends the browser back (SameSite=Lax).
 */
const NAME = '__Host-sillage-way'
/** In seconds. */
export const LASTS = 1800

/** The secret of this browser, when it has one of the right form. */
export const browserOfCookies = (cookies: string | undefined): string | undefined =>
  new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{43})(?:;|$)`).exec(cookies ?? '')?.[1]

/** The browser's secret, kept so that two tabs go on together, else a new one; with the `Set-Cookie` that carries it further. */
export const browserCookie = (cookies: string | undefined): { browser: string; cookie: string } => {
  const browser = browserOfCookies(cookies) ?? newToken()
  return { browser, cookie: `${NAME}=${browser}; Max-Age=${LASTS}; Path=/; HttpOnly; Secure; SameSite=Lax` }
}
