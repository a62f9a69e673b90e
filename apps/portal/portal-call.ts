import { createContext } from 'react-router'
import type { DesignManifest } from '#design/css/build.ts'
import type { NavItem } from '#design/Navigation.tsx'
import type { WatchedSession } from '#design/SessionWarning.tsx'
import type { Site } from '#design/site.ts'

/** What the frame of every page shows, besides the page. */
export interface PortalCall {
  /** The site under its name of today, and what administrators announce. */
  frame: () => Promise<{ site: Site, announcement?: { text: string, level: 'info' | 'warning' | 'alert' } }>
  design: DesignManifest
  navigation: NavItem[]
  /** `actedFor`: somebody of the staff sits in this person's place. */
  person?: { name: string, actedFor: boolean, session?: WatchedSession }
  /** How many notifications the person has not read, 100 at most. */
  unread: () => Promise<number>
  demonstration: boolean
  /** The OpenAPI document, for the page of the API. */
  openApi: object
}

export const portalCall = createContext<PortalCall>()
