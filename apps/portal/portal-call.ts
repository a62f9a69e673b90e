import { createContext } from 'react-router'
import type { DesignManifest } from '#design/css/build.ts'
import type { NavItem } from '#design/Navigation.tsx'
import type { WatchedSession } from '#design/SessionWarning.tsx'
import type { Site } from '#design/site.ts'
import type { DueTerms } from '#modules/terms/api.ts'
import type { Waiting } from './waiting.ts'

/** What the frame of every page shows, besides the page. */
export interface PortalCall {
  /** The site under its name of today, and what administrators announce. */
  frame: () => Promise<{ site: Site, announcement?: { text: string, level: 'info' | 'warning' | 'alert' } }>
  design: DesignManifest
  navigation: NavItem[]
  /** `actedFor`: somebody of the staff sits in this person's place. */
  person?: { name: string, actedFor: boolean, session?: WatchedSession }
  /** What waits for the person. */
  waiting: () => Promise<Waiting>
  /** What administrators have closed to this person for now. */
  closed: () => Promise<{ label: string, words: string | null, endsAt: string | null }[]>
  /** What this person is asked to accept before they go on. */
  terms: () => Promise<DueTerms | undefined>
  demonstration: boolean
  /** The OpenAPI document, for the page of the API. */
  openApi: object
}

export const portalCall = createContext<PortalCall>()
