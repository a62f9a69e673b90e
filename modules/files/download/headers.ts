/** What a browser shows by itself, and shows safely. Everything else is saved. */
const isShown = (mime: string): boolean => mime === 'application/pdf' || /^(image|audio|video)\//.test(mime)

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** RFC 6266: a name in plain letters for old programs, and the real one (RFC 8187). */
export const dispositionOf = (mime: string, name: string): string => {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[^\x20-\x7E]|["%\\]/g, '_')
  return `${isShown(mime) ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded(name)}`
}

/**
 * What a file may do if it is opened by itself: nothing. Browsers refuse to open a PDF in a sandbox and show it in a page of their own
 * with its own style, so that one type has what its viewer needs and no more (crbug.com/271452).
 */
const policyOf = (mime: string): string => mime === 'application/pdf'
  ? `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'`
  : `default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox`

interface About { mime: string; name: string; etag: string; isPublic: boolean }

/**
 * `no-cache` lets caches keep the bytes but ask each time: the right is looked at again, so that a file that is no longer shown to
 * someone is no longer read by them, and an unchanged one answers 304 without its bytes. `public` lets shared caches keep what anyone
 * may read.
 */
export const headersOf = ({ mime, name, etag, isPublic }: About) => ({
  'content-type': mime,
  'content-disposition': dispositionOf(mime, name),
  'content-security-policy': policyOf(mime),
  'x-content-type-options': 'nosniff',
  'cache-control': isPublic ? 'public, no-cache' : 'private, no-cache',
  etag,
})
