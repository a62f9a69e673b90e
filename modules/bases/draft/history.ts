import { isSame, type Draft, type DraftContent, type ResourceEvent, type ResourceEventType } from './draft.ts'

export interface Happening {
  readonly sequence: number
  readonly type: ResourceEventType
  readonly at: string
  readonly byId: string | null
}

const hourOf = (at: string) => at.slice(0, 13)

/** What one person did within one hour, newest first: saved as it is typed, a text alone makes many events. */
export const grouped = <T extends Happening>(events: readonly T[]): T[][] => {
  const groups: T[][] = []
  for (const event of events) {
    const group = groups.at(-1)
    const [last] = group ?? []
    if (last?.byId === event.byId && hourOf(last.at) === hourOf(event.at)) group!.push(event)
    else groups.push([event])
  }
  return groups
}

/** What happened in a group, each sort once, with how many times. */
export const summed = (events: readonly Happening[]): { type: ResourceEventType, times: number }[] =>
  [...Map.groupBy(events, ({ type }) => type)].map(([type, same]) => ({ type, times: same.length }))

/** The content that an event is about, if it is about one. */
export const contentIn = ({ type, data }: ResourceEvent): string | undefined => {
  if (type === 'content_added' || type === 'content_edited') return data.content.id
  return type === 'content_removed' || type === 'content_reordered' ? data.contentId : undefined
}

export type Change = 'same' | 'added' | 'removed' | 'changed' | 'moved'

/** A content then and now; it is there in at least one of them. */
export interface ComparedContent { readonly change: Change, readonly before: DraftContent | null, readonly after: DraftContent | null }

const sameWords = (one: DraftContent, other: DraftContent) => isSame({ ...one, version: 0 }, { ...other, version: 0 })

/** Contents that keep their order among themselves: the longest run of them. The others have moved (longest increasing subsequence). */
const unmoved = (before: readonly string[], after: readonly string[]): Set<string> => {
  const places = new Map(before.map((id, at) => [id, at]))
  const common = after.filter((id) => places.has(id))
  const best = common.map(() => ({ length: 1, from: -1 }))
  for (let at = 0; at < common.length; at++) for (let earlier = 0; earlier < at; earlier++) {
    if (places.get(common[earlier]!)! < places.get(common[at]!)! && best[earlier]!.length >= best[at]!.length) {
      best[at] = { length: best[earlier]!.length + 1, from: earlier }
    }
  }
  const kept = new Set<string>()
  let at = best.reduce((most, { length }, here) => most < 0 || length > best[most]!.length ? here : most, -1)
  for (; at >= 0; at = best[at]!.from) kept.add(common[at]!)
  return kept
}

/** Contents of two states, in the order of the later one; what is gone stands after what it followed. */
export const compared = (before: Draft, after: Draft): ComparedContent[] => {
  const old = new Map(before.contents.map((content) => [content.id, content]))
  const still = unmoved(before.contents.map(({ id }) => id), after.contents.map(({ id }) => id))
  const list = after.contents.map((content): ComparedContent => {
    const was = old.get(content.id)
    if (!was) return { change: 'added', before: null, after: content }
    const change = !sameWords(was, content) ? 'changed' : still.has(content.id) ? 'same' : 'moved'
    return { change, before: was, after: content }
  })
  for (const [at, content] of before.contents.entries()) {
    if (after.contents.some(({ id }) => id === content.id)) continue
    const previous = before.contents[at - 1]?.id
    const place = list.findIndex((one) => (one.after ?? one.before)!.id === previous)
    list.splice(place + 1, 0, { change: 'removed', before: content, after: null })
  }
  return list
}
