import { createPrivateKey } from 'node:crypto'

/** What signs mails (RFC 6376): the public key is published at `<selector>._domainkey.<domain>`. */
export interface Dkim {
  selector: string
  /** PEM. RSA of 2,048 bits is what every server verifies (RFC 8301 §3.2). */
  privateKey: string
  /** The sender's own domain when left out. */
  domain?: string
}

interface Settings { DKIM_SELECTOR?: string | undefined; DKIM_PRIVATE_KEY?: string | undefined; DKIM_DOMAIN?: string | undefined }

/** The settings are wrong: the message says which, never their values. */
export class DkimError extends Error { override readonly name = 'DkimError' }

/**
 * Reads the settings: none, or a selector and a key. Line ends of the key may be written `\n`.
 * @throws DkimError when they do not go together, or the key is no RSA key of 2,048 bits or more.
 */
export const dkimOf = ({ DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: pem, DKIM_DOMAIN: domain }: Settings): Dkim | undefined => {
  if (!selector && !pem) return undefined
  if (!selector || !pem) throw new DkimError('DKIM_SELECTOR and DKIM_PRIVATE_KEY go together: give both, or none.')
  const privateKey = pem.replaceAll('\\n', '\n')
  const key = (() => { try { return createPrivateKey(privateKey) } catch { return undefined } })()
  if (key?.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) {
    throw new DkimError('DKIM_PRIVATE_KEY is no RSA private key in PEM, of 2,048 bits or more.')
  }
  return { selector, privateKey, domain }
}
