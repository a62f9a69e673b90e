import type { Audience, ContentType, Licence, SupportType, Theme } from '../enumerations.ts'

/** A part of a resource as its editors write it; what a type has no use for is null. */
export interface ContentFields {
  readonly title: string | null
  /** Markdown. */
  readonly text: string | null
  readonly url: string | null
  readonly caption: string | null
  /** Alternative text of an image; null for one that only decorates. */
  readonly alt: string | null
  readonly fileId: string | null
  readonly linkedResourceId: string | null
  /** Of an image of which a part is shown. */
  readonly crop?: Crop
}
export interface NewContent extends ContentFields { readonly id: string; readonly type: ContentType }
export interface DraftContent extends NewContent { readonly version: number }

export interface Indexation { readonly themes: Theme[]; readonly supportTypes: SupportType[]; readonly audiences: Audience[] }
export interface Heading { readonly title: string; readonly description: string }
/** The whole of an image of which a part is shown, and the part of it, in pixels. */
export interface Crop { readonly fileId: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Picture { readonly fileId: string | null; readonly alt: string; readonly crop?: Crop }

/** What editors have written. Each part has the number of the event that wrote it last, so that two people do not undo each other. */
export interface Draft {
  readonly heading: Heading & { readonly version: number }
  readonly image: Picture & { readonly version: number }
  readonly indexation: Indexation & { readonly version: number }
  readonly licence: { readonly key: Licence; readonly version: number }
  readonly publicFeedback: boolean
  readonly contents: readonly DraftContent[]
}

/** All that is written in a draft, without who wrote what last: what a history brings back. */
export interface DraftState {
  readonly heading: Heading
  readonly image: Picture
  readonly indexation: Indexation
  readonly licence: Licence
  readonly publicFeedback: boolean
  readonly contents: readonly NewContent[]
}

/**
 * What happens to a resource, under the names of the national service (`restored` is ours, the undo of `deleted`, and `reverted`, which brings back the state after event `to`). Base and visibility are
 * rights and not words: they are effective at once, and stand here as history only.
 */
export type ResourceEvent =
  | { type: 'created'; data: Heading & { baseId: string | null } }
  | { type: 'migrated'; data: Heading & Indexation & { image: Picture; licence: Licence; contents: NewContent[] } }
  | { type: 'published' | 'republished' | 'deleted' | 'restored'; data: Record<string, never> }
  | { type: 'title_and_description_edited'; data: Heading }
  | { type: 'image_edited'; data: Picture }
  | { type: 'base_changed'; data: { baseId: string | null } }
  | { type: 'indexation_changed'; data: Indexation }
  | { type: 'visibility_changed'; data: { isPublic: boolean } }
  | { type: 'public_feedback_changed'; data: { publicFeedback: boolean } }
  | { type: 'content_added'; data: { content: NewContent; position: number } }
  | { type: 'content_edited'; data: { content: NewContent } }
  | { type: 'content_removed'; data: { contentId: string } }
  | { type: 'content_reordered'; data: { contentId: string; position: number } }
  | { type: 'licence_changed'; data: { licence: Licence } }
  | { type: 'reverted'; data: DraftState & { to: number } }
export type ResourceEventType = ResourceEvent['type']

/** Events after which readers and editors no longer see the same. */
const WRITES: ReadonlySet<ResourceEventType> = new Set([
  'title_and_description_edited', 'image_edited', 'indexation_changed', 'public_feedback_changed', 'content_added', 'content_edited',
  'content_removed', 'content_reordered', 'licence_changed', 'reverted', 'migrated',
])
export const writes = (event: ResourceEvent) => WRITES.has(event.type)

export const emptyDraft: Draft = {
  heading: { title: '', description: '', version: 0 },
  image: { fileId: null, alt: '', version: 0 },
  indexation: { themes: [], supportTypes: [], audiences: [], version: 0 },
  licence: { key: 'no_licence', version: 0 },
  publicFeedback: true,
  contents: [],
}

const inserted = <T>(list: readonly T[], position: number, item: T): T[] => [...list.slice(0, position), item, ...list.slice(position)]

const unversioned = (content: DraftContent): NewContent => {
  const { version: _, ...words } = content
  return words
}

export const stateOf = ({ heading, image, indexation, licence, publicFeedback, contents }: Draft): DraftState => ({
  heading: { title: heading.title, description: heading.description },
  image: { fileId: image.fileId, alt: image.alt, ...image.crop && { crop: image.crop } },
  indexation: { themes: indexation.themes, supportTypes: indexation.supportTypes, audiences: indexation.audiences },
  licence: licence.key, publicFeedback, contents: contents.map(unversioned),
})

/** Two values of a draft, whatever the order in which their keys were kept. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => isSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]))
}

/** A part that comes back as it already is keeps its version: whoever is writing it is not disturbed. */
const reverted = (draft: Draft, to: DraftState, version: number): Draft => {
  const now = stateOf(draft)
  const before = new Map(draft.contents.map((content) => [content.id, content]))
  const as = <K extends 'heading' | 'image' | 'indexation'>(part: K) => isSame(now[part], to[part]) ? draft[part] : { ...to[part], version }
  return {
    heading: as('heading'), image: as('image'), indexation: as('indexation'),
    licence: now.licence === to.licence ? draft.licence : { key: to.licence, version }, publicFeedback: to.publicFeedback,
    contents: to.contents.map((content) => {
      const known = before.get(content.id)
      return known && isSame(unversioned(known), content) ? known : { ...content, version }
    }),
  }
}

/** The draft after one more event. Pure: the replay of the same events always gives the same draft. */
export const apply = (draft: Draft, { type, data }: ResourceEvent, version: number): Draft => {
  switch (type) {
    case 'created': return { ...draft, heading: { title: data.title, description: data.description, version } }
    case 'migrated': return {
      ...draft,
      heading: { title: data.title, description: data.description, version },
      image: { ...data.image, version },
      indexation: { themes: data.themes, supportTypes: data.supportTypes, audiences: data.audiences, version },
      licence: { key: data.licence, version },
      contents: data.contents.map((content) => ({ ...content, version })),
    }
    case 'title_and_description_edited': return { ...draft, heading: { ...data, version } }
    case 'image_edited': return { ...draft, image: { ...data, version } }
    case 'indexation_changed': return { ...draft, indexation: { ...data, version } }
    case 'licence_changed': return { ...draft, licence: { key: data.licence, version } }
    case 'public_feedback_changed': return { ...draft, publicFeedback: data.publicFeedback }
    case 'content_added': return { ...draft, contents: inserted(draft.contents, data.position, { ...data.content, version }) }
    case 'content_edited': return {
      ...draft, contents: draft.contents.map((content) => content.id === data.content.id ? { ...data.content, version } : content),
    }
    case 'content_removed': return { ...draft, contents: draft.contents.filter(({ id }) => id !== data.contentId) }
    case 'content_reordered': {
      const moved = draft.contents.find(({ id }) => id === data.contentId)
      const others = draft.contents.filter((content) => content !== moved)
      return moved ? { ...draft, contents: inserted(others, data.position, moved) } : draft
    }
    case 'reverted': return reverted(draft, data, version)
    case 'base_changed': case 'visibility_changed': case 'published': case 'republished': case 'deleted': case 'restored': break
  }
  return draft
}

/** The draft that these events, in order, have made; the first has number 1. */
export const replay = (events: readonly ResourceEvent[]): Draft =>
  events.reduce((draft, event, index) => apply(draft, event, index + 1), emptyDraft)
