import { createContext } from 'react-router'
import type { DesignManifest } from '#design/css/build.ts'
import type { NavItem } from '#design/Navigation.tsx'
import type { Site } from '#design/site.ts'
import type { Attention } from './attention.ts'
import type { OwnFiles } from './build.ts'

/** What the frame of every page shows, besides the page. */
export interface BackOfficeCall {
  site: Site
  design: DesignManifest
  own: OwnFiles
  navigation: NavItem[]
  person?: { name: string }
  demonstration: boolean
  attention: readonly Attention[]
}

export const backOfficeCall = createContext<BackOfficeCall>()
