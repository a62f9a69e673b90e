import type { PageRoute } from '#kernel/operation/module.ts'
import { authoring } from './authoring-routes.ts'
import { reading } from './reader-routes.ts'

export const pages: PageRoute[] = [...reading, ...authoring]

const query = (values: Record<string, string | number | readonly string[] | undefined>): string => {
  const params = new URLSearchParams(Object.entries(values)
    .flatMap(([name, value]) => [value ?? []].flat().filter((one) => one !== '').map((one) => [name, String(one)])))
  return params.size ? `?${params}` : ''
}

/** Pictures of a base, in addresses. */
export const BASE_PICTURES = { logo: 'logo', cover: 'couverture' } as const

/** What the list of resources keeps in its address: the input of `findResources`. */
export interface ResourceFilters {
  text?: string
  themes?: readonly string[]
  supportTypes?: readonly string[]
  audiences?: readonly string[]
  baseId?: string
  sort?: string
  /** `true` puts those of the person's department first. */
  departmentFirst?: string
  page?: number
}

/** Every address of the commons. Those of readers have a slug; those of editors stand under `mes-`, so that no title takes their place. */
export const urls = {
  /** All types at once; each has a list of its own. */
  search: (text?: string) => `/recherche${query({ text })}`,
  /** Titles while one types (suggest-titles.ts); what is typed follows. */
  titles: () => '/api/titles?prefix=',
  profiles: (filters: { text?: string; sort?: string; page?: number } = {}) => `/personnes${query(filters)}`,
  resources: (filters: ResourceFilters = {}) => `/ressources${query({ ...filters })}`,
  resource: (slug: string) => `/ressources/${slug}`,
  /** `before` is the cursor of earlier opinions. */
  opinions: (slug: string, before?: string) => `/ressources/${slug}${query({ opinionsBefore: before })}#avis`,
  bases: (filters: { text?: string; department?: string; sort?: string; departmentFirst?: string; page?: number } = {}) => `/bases${query(filters)}`,
  base: (slug: string, filters: ResourceFilters = {}) => `/bases/${slug}${query({ ...filters })}`,
  collection: (slug: string, page?: number) => `/collections/${slug}${query({ page })}`,
  /** `deleted` is the resource that has just gone, which the page offers to bring back. */
  myResources: (filters: { state?: 'draft' | 'published'; page?: number; deleted?: string } = {}) => `/mes-ressources${query(filters)}`,
  newResource: (baseId?: string) => `/mes-ressources/nouvelle${query({ baseId })}`,
  deleted: () => '/mes-ressources/supprimees',
  importText: (baseId?: string) => `/mes-ressources/importer${query({ baseId })}`,
  /** A draft that has just been brought in, and how many of its parts did not come. */
  importedDraft: (resourceId: string, leftOut: number) => `/mes-ressources/${resourceId}${query({ sans: leftOut || undefined })}`,
  draftText: (resourceId: string) => `/mes-ressources/${resourceId}/brouillon.md`,
  draft: (resourceId: string, contentId?: string) => `/mes-ressources/${resourceId}${contentId ? `#contenu-${contentId}` : ''}`,
  draftSettings: (resourceId: string, part?: string) => `/mes-ressources/${resourceId}/reglages${part ? `#${part}` : ''}`,
  draftPreview: (resourceId: string) => `/mes-ressources/${resourceId}/apercu`,
  cropImage: (resourceId: string, contentId: string) => `/mes-ressources/${resourceId}/images/${contentId}`,
  cropResourceImage: (resourceId: string) => `/mes-ressources/${resourceId}/image`,
  /** `before` is the number of an event: the page of what came earlier. */
  draftHistory: (resourceId: string, before?: number) => `/mes-ressources/${resourceId}/historique${query({ before })}`,
  draftCompared: (resourceId: string, sequence: number) => `/mes-ressources/${resourceId}/historique/${sequence}`,
  myBases: () => '/mes-bases',
  /** `token` is the secret of a mail. */
  invitation: (invitationId: string, token?: string) => `/invitations-a-ecrire/${invitationId}${query({ token })}`,
  joinBase: (slug: string) => `/bases/${slug}/rejoindre`,
  newBase: () => '/mes-bases/nouvelle',
  /** `part` is the picture where one goes on. */
  editBase: (slug: string, part?: 'logo' | 'cover') => `/mes-bases/${slug}/modifier${part ? `#${BASE_PICTURES[part]}` : ''}`,
  cropBasePicture: (slug: string, part: 'logo' | 'cover') => `/mes-bases/${slug}/images/${BASE_PICTURES[part]}`,
  baseMembers: (slug: string) => `/mes-bases/${slug}/membres`,
  /** `tab` is what of theirs is shown: resources unless told. */
  profile: (personId: string, page?: number, tab?: 'bases' | 'collections') => `/personnes/${personId}${query({ page, tab })}`,
  /** The four steps of the welcome: the first that was not passed unless told, `to` is where they lead in the end. */
  welcome: (step?: number, to?: string) => `/premiers-pas${query({ step, to: to === '/' ? undefined : to })}`,
  preferences: () => '/mes-preferences',
  letter: () => '/mes-preferences/lettre',
  stopLetter: (token: string) => `/lettre-du-mois/arreter/${token}`,
  siteFeedback: () => '/votre-avis',
  sharedProfile: () => '/mes-liens',
  followProfile: (personId: string) => `/personnes/${personId}/suivre`,
  followBase: (slug: string) => `/bases/${slug}/suivre`,
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
  /** The whole of a resource on paper, or in a PDF. */
  printResource: (slug: string) => `/ressources/${slug}/imprimer`,
  resourceText: (slug: string) => `/ressources/${slug}/texte.md`,
  resourcePdf: (slug: string) => `/ressources/${slug}/document.pdf`,
  /** Where such an archive is brought in: into a base that one administers, or into a new one. */
  bringBase: (baseId?: string) => `/mes-bases/importer${query({ baseId })}`,
  packageImport: (importId: string) => `/mes-bases/importer/${importId}`,
  /** The whole of a base in one archive, for those who administer it. */
  baseArchive: (slug: string) => `/mes-bases/${slug}/base.zip`,
  /** Where what is typed is saved as it is typed: the commands `editContent`, `moveContent` and `editResourceTitle`. */
  contentOf: (resourceId: string, contentId: string) => `/api/resources/${resourceId}/contents/${contentId}`,
  positionOf: (resourceId: string, contentId: string) => `/api/resources/${resourceId}/contents/${contentId}/position`,
  /** Where the order of a collection is changed: the command `moveInCollection`. */
  placeInCollection: (collectionId: string, resourceId: string) => `/api/collections/${collectionId}/resources/${resourceId}/position`,
  writingOf: (resourceId: string) => `/api/resources/${resourceId}/writing`,
  headingOf: (resourceId: string) => `/api/resources/${resourceId}/heading`,
  /** Searches that one keeps; `searchId` is one of them. */
  mySearches: (searchId?: string) => `/mes-recherches${searchId ? `#${searchId}` : ''}`,
  /** `kind` is what is searched for; resources unless told. */
  newSearch: (filters: ResourceFilters & { kind?: 'bases' | 'profiles'; department?: string } = {}) => `/mes-recherches/nouvelle${query({ ...filters })}`,
  /** A search that was kept, in the list where it was made. */
  searched: (kind: 'resources' | 'bases' | 'profiles', { text, department, ...filters }: ResourceFilters & { department?: string },
    sort?: 'recent') =>
    kind === 'bases' ? `/bases${query({ text, department })}` : kind === 'profiles' ? `/personnes${query({ text })}` : `/ressources${query({ text, ...filters, sort })}`,
  /** Numbers for those who write, by week or by month, and the same for a spreadsheet (statistics/raw.ts). */
  resourceStatistics: (resourceId: string, by?: string) => `/mes-ressources/${resourceId}/statistiques${query({ by })}`,
  resourceNumbers: (resourceId: string, by: string, table?: string) => `/mes-ressources/${resourceId}/statistiques.csv${query({ by, table })}`,
  baseStatistics: (slug: string, by?: string) => `/mes-bases/${slug}/statistiques${query({ by })}`,
  baseNumbers: (slug: string, by: string, table?: string) => `/mes-bases/${slug}/statistiques.csv${query({ by, table })}`,
  /** Where a link or a file of a published resource goes through, to be counted (statistics/openings.ts). */
  opening: (resourceId: string, contentId: string) => `/api/resources/${resourceId}/contents/${contentId}/opening`,
  /** Where a page says that it was read (statistics/views.ts). */
  view: (resourceId: string) => `/api/resources/${resourceId}/views`,
}
