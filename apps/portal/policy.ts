import { themeBootSha256 } from '#design/theme.ts'

/** Content-Security-Policy of a page; a hydrated one gives the nonce that its scripts carry. */
export const policyOf = (nonce?: string) => [
  "default-src 'self'", `script-src 'self' 'sha256-${themeBootSha256}'${nonce ? ` 'nonce-${nonce}'` : ''}`, "style-src 'self'",
  "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "frame-src 'self'", "worker-src 'self'", "object-src 'none'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')
