import type { NavItem } from '#design/Navigation.tsx'
import type { Site } from '#design/site.ts'
import type { Config } from '#kernel/config.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Module } from '#kernel/operation/module.ts'
import type { Context } from '#kernel/operation/operation.ts'
import { announcement, setting, shownAt, site } from '#modules/settings/api.ts'
import { numberInForce } from '#modules/terms/api.ts'
import { fr as terms } from '#modules/terms/web/fr.ts'
import { urls as termsUrls } from '#modules/terms/web/routes.ts'
import { urls as bases } from '#modules/bases/web/routes.ts'
import { fr as siteFeedback } from '#modules/bases/web/site-feedback.fr.ts'
import { fr } from './fr.ts'

/** What makes this installation this one, from its settings. */
export const siteOf = (config: Config): Site => ({
  name: config.SILLAGE_NAME, tagline: config.SILLAGE_TAGLINE, theme: config.SILLAGE_THEME, offline: true,
  logo: config.SILLAGE_LOGO ? { src: config.SILLAGE_LOGO, alt: config.SILLAGE_NAME, width: 160, height: 48 } : undefined,
  footerLinks: [
    { label: siteFeedback.footer, href: bases.siteFeedback() }, { label: fr.footer.legal, href: '/mentions-legales' }, { label: fr.footer.api, href: '/api' }, ...config.SILLAGE_FOOTER_LINKS,
  ],
  accessibility: { href: '/accessibilite', level: 'non' },
})

/** The site under the name that administrators gave it, and what they announce now. */
export const frameOf = async (configured: Site, context: Pick<Context, 'db'>) => {
  const [{ name, tagline }, announced] = [await setting(context, site), await setting(context, announcement)]
  const footerLinks = await numberInForce(context) > 0 ? [...configured.footerLinks, { label: terms.footer, href: termsUrls.terms() }] : configured.footerLinks
  return {
    site: { ...configured, footerLinks, name: name || configured.name, tagline: tagline || configured.tagline },
    announcement: shownAt(announced, new Date()),
  }
}

/** The menu of verbs (experience.md): a group stands there when a module that is mounted gives this person an entry. */
export const menuOf = (modules: readonly Module[], actor: Actor): NavItem[] => {
  const items = modules.flatMap((one) => one.menu).filter((item) => (actor.id !== undefined || !item.signedIn) && (item.for?.(actor) ?? true))
  const groups = Object.entries(fr.menu).map(([key, label]) => ({ label, items: items.filter((item) => item.group === key) }))
  return [
    { label: fr.home, href: '/' },
    ...groups.filter((group) => group.items.length > 0).map(({ label, items: own }) => ({ label, items: own.map(({ label: name, href }) => ({ label: name, href })) })),
  ]
}
