/** One link of the footer or of the header. */
export interface SiteLink { label: string, href: string }

/**
 * What makes this installation this one: read from configuration by the application, never written in the kit. The State theme is
 * for services that are entitled to its fonts and marks.
 */
export interface Site {
  name: string
  tagline: string
  theme: 'neutral' | 'state'
  /** Replaces our own mark (neutral), or stands beside the State's (state). */
  logo?: { src: string, alt: string, width: number, height: number }
  footerLinks: SiteLink[]
  /** Who runs it, told in the footer; in the State theme, the ministry or service under the Marianne, one line each. */
  operator?: string
  /** Where the statement of accessibility is, and what it concludes. RGAA wants it in every footer. */
  accessibility?: { href: string, level: 'non' | 'partiellement' | 'totalement' }
  /** True when the portal serves `/sw.js` and `/hors-ligne`. */
  offline?: boolean
}
