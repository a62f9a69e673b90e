import { createContext } from 'react-router'
import type { DesignManifest } from '#design/css/build.ts'
import type { NavItem } from '#design/Navigation.tsx'
import type { Site } from '#design/site.ts'

/** What the frame of every page shows, besides the page. */
export interface PortalCall {
  site: Site
  design: DesignManifest
  navigation: NavItem[]
  person?: { name: string }
  demonstration: boolean
  /** The OpenAPI document, for the page of the API. */
  openApi: object
}

export const portalCall = createContext<PortalCall>()
