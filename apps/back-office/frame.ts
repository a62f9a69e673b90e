import type { NavItem } from '#design/Navigation.tsx'
import type { Site } from '#design/site.ts'
import type { Config } from '#kernel/config.ts'
import type { Module } from '#kernel/operation/module.ts'
import { fr } from './fr.ts'

/** What makes this installation this one: its name, never its links, since nothing leads from here to the portal nor back. */
export const siteOf = (config: Config): Site => ({
  name: fr.name(config.SILLAGE_NAME), tagline: fr.tagline, theme: config.SILLAGE_THEME, offline: false, footerLinks: [],
})

/** The menu, by groups: one of a single entry is that entry. */
export const menuOf = (modules: readonly Module[]): NavItem[] => {
  const items = modules.flatMap((one) => one.backOffice.menu ?? [])
  const keys = [...new Set([...Object.keys(fr.menu), ...items.map(({ group }) => group)])]
  const groups = keys.map((key) => ({
    label: fr.menu[key] ?? key, items: items.filter(({ group }) => group === key).map(({ label, href }) => ({ label, href })),
  }))
  return [{ label: fr.home, href: '/' }, ...groups.filter((group) => group.items.length > 0)
    .map((group): NavItem => group.items.length === 1 ? group.items[0]! : group)]
}
