import { themeBootSha256 } from '#design/theme.ts'

/**
 * Stricter than the portal's: nothing from elsewhere, and of scripts only two files of ours and the theme's boot. Pictures written in an address
 * are the icons of the kit's stylesheet.
 */
export const POLICY = [
  "default-src 'none'", `script-src 'self' 'sha256-${themeBootSha256}'`, "style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'",
].join('; ')
