import type { PageRoute } from '#kernel/operation/module.ts'
import { authoring } from './authoring-routes.ts'
import { reading } from './reader-routes.ts'

export const pages: PageRoute[] = [...reading, ...authoring]

const query = (values: Record<string, string | number | readonly string[] | undefined>): string => {
  const params = new URLSearchParams(Object.entries(values)
    .flatMap(([name, value]) => [value ?? []].flat().filter((one) => one !== '').map((one) => [name, String(one)])))
  return params.size ? `?${params}` : ''
}

/** What the list of resources keeps in its address: the input of `findResources`. */
export interface ResourceFilters {
  text?: string
  themes?: readonly string[]
  supportTypes?: readonly string[]
  audiences?: readonly string[]
  baseId?: string
  sort?: string
  page?: number
}

/** Every address of the commons. Those of readers have a slug; those of editors stand under `mes-`, so that no title takes their place. */
export const urls = {
  resources: (filters: ResourceFilters = {}) => `/ressources${query({ ...filters })}`,
  resource: (slug: string) => `/ressources/${slug}`,
  /** `before` is the cursor of earlier opinions. */
  opinions: (slug: string, before?: string) => `/ressources/${slug}${query({ opinionsBefore: before })}#avis`,
  bases: (filters: { text?: string; department?: string; sort?: string; page?: number } = {}) => `/bases${query(filters)}`,
  base: (slug: string, filters: ResourceFilters = {}) => `/bases/${slug}${query({ ...filters })}`,
  collection: (slug: string, page?: number) => `/collections/${slug}${query({ page })}`,
  /** `deleted` is the resource that has just gone, which the page offers to bring back. */
  myResources: (filters: { state?: 'draft' | 'published'; page?: number; deleted?: string } = {}) => `/mes-ressources${query(filters)}`,
  newResource: (baseId?: string) => `/mes-ressources/nouvelle${query({ baseId })}`,
  draft: (resourceId: string, contentId?: string) => `/mes-ressources/${resourceId}${contentId ? `#contenu-${contentId}` : ''}`,
  draftSettings: (resourceId: string, part?: string) => `/mes-ressources/${resourceId}/reglages${part ? `#${part}` : ''}`,
  draftPreview: (resourceId: string) => `/mes-ressources/${resourceId}/apercu`,
  draftHistory: (resourceId: string) => `/mes-ressources/${resourceId}/historique`,
  myBases: () => '/mes-bases',
  newBase: () => '/mes-bases/nouvelle',
  editBase: (slug: string) => `/mes-bases/${slug}/modifier`,
  baseMembers: (slug: string) => `/mes-bases/${slug}/membres`,
  profile: (personId: string, page?: number) => `/personnes/${personId}${query({ page })}`,
  /** `before` is the cursor of an earlier page. */
  myFeed: (before?: string) => `/mes-nouveautes${query({ before })}`,
  followed: () => '/mes-nouveautes/suivis',
  myCollections: () => '/mes-collections',
  favourites: (page?: number) => `/mes-collections/favoris${query({ page })}`,
  newCollection: (baseId?: string) => `/mes-collections/nouvelle${query({ baseId })}`,
  editCollection: (slug: string) => `/mes-collections/${slug}/modifier`,
  /** Where one chooses the collections in which a resource is kept. */
  keepResource: (slug: string) => `/ressources/${slug}/ranger`,
  /** What programs read: feeds, and the text of a resource (harvest/). */
  feed: () => '/ressources/fil.atom',
  baseFeed: (slug: string) => `/bases/${slug}/fil.atom`,
  resourceText: (slug: string) => `/ressources/${slug}/texte.md`,
  /** Where a page says that it was read (raw.ts). */
  view: (resourceId: string) => `/api/resources/${resourceId}/views`,
}
