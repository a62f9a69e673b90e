import type { ReactNode } from 'react'
import { Brand } from '#design/Brand.tsx'
import { fr } from '#design/fr.ts'
import { Navigation, type NavItem } from '#design/Navigation.tsx'
import { QuickAccess, type QuickLink } from '#design/QuickAccess.tsx'
import { SearchField, type Suggestions } from '#design/SearchField.tsx'
import type { Site } from '#design/site.ts'

export interface HeaderProps {
  site: Site
  navigation?: NavItem[]
  quickLinks?: QuickLink[]
  /** The signed-in person: their name opens their own links. */
  person?: { name: string, links: QuickLink[] }
  search?: { action: string, label?: string, name?: string, defaultValue?: string, suggest?: Suggestions }
  /** Something more beside the quick links, such as a live counter. */
  beside?: ReactNode
}

const none: never[] = []

/**
 * The head of every page. The menu is a native popover on a phone and lies open on a wide screen: it needs no JavaScript, and a
 * browser without popovers shows it open.
 */
export function Header({ site, navigation = none, quickLinks = none, person, search, beside }: HeaderProps) {
  const hasQuick = quickLinks.length > 0 || person !== undefined || beside !== undefined
  const hasMenu = navigation.length > 0 || hasQuick
  return (
    <header className="fr-header" role="banner">
      <div className="fr-header__body">
        <div className="fr-container">
          <div className="fr-header__body-row">
            <div className="fr-header__brand">
              <Brand site={site} />
              {hasMenu && (
                <div className="fr-header__navbar">
                  <button type="button" className="fr-btn fr-btn--menu" popoverTarget="menu" id="menu-button">{fr.menu}</button>
                </div>
              )}
            </div>
            <div className="fr-header__tools">
              {hasQuick && <div className="fr-header__tools-links"><QuickAccess links={quickLinks} person={person}
                beside={beside} /></div>}
              {search && <div className="fr-header__search"><SearchField id="search" {...search} /></div>}
            </div>
          </div>
        </div>
      </div>
      {hasMenu && (
        <div className="fr-header__menu sl-menu" id="menu" popover="auto">
          <div className="fr-container">
            <button type="button" className="fr-btn fr-btn--close sl-menu__close" popoverTarget="menu"
              popoverTargetAction="hide">{fr.close}</button>
            {navigation.length > 0 && <Navigation items={navigation} />}
            {hasQuick && <div className="fr-header__menu-links"><QuickAccess links={quickLinks} person={person} flat /></div>}
          </div>
        </div>
      )}
    </header>
  )
}
