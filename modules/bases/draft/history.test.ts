import { expect, test } from 'vitest'
import { emptyDraft, replay, stateOf, type Draft, type DraftContent, type ResourceEvent } from './draft.ts'
import { compared, grouped, summed, type Happening } from './history.ts'

const content = (id: string, text = id): DraftContent =>
  ({ id, type: 'text', title: null, text, url: null, caption: null, alt: null, fileId: null, linkedResourceId: null, version: 1 })
const draft = (...contents: DraftContent[]): Draft => ({ ...emptyDraft, contents })
const said = (before: Draft, after: Draft) => compared(before, after).map(({ change, ...one }) => `${(one.after ?? one.before)!.id} ${change}`)

test('events of one person within one hour stand together, each sort once', () => {
  const event = (sequence: number, byId: string | null, at: string, type: Happening['type'] = 'content_edited') => ({ sequence, byId, at, type })
  const groups = grouped([
    event(6, 'a', '2026-11-21T14:50:00.000Z'), event(5, 'a', '2026-11-21T14:02:00.000Z'), event(4, 'a', '2026-11-21T14:01:00.000Z', 'content_added'),
    event(3, 'a', '2026-11-21T13:59:00.000Z'), event(2, 'b', '2026-11-21T13:58:00.000Z'), event(1, 'a', '2026-11-21T13:57:00.000Z', 'created'),
  ])
  expect(groups.map((group) => group.map(({ sequence }) => sequence))).toEqual([[6, 5, 4], [3], [2], [1]])
  expect(summed(groups[0]!)).toEqual([{ type: 'content_edited', times: 2 }, { type: 'content_added', times: 1 }])
})

test('contents that came, went, changed or moved are told, and only they', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => content(id)) as [DraftContent, DraftContent, DraftContent, DraftContent]
  expect(said(draft(a, b, c), draft(a, b, c))).toEqual(['a same', 'b same', 'c same'])
  expect(said(draft(a, b, c), draft(c, a, b))).toEqual(['c moved', 'a same', 'b same'])
  expect(said(draft(a, b, c), draft(a, content('c', 'autre'), d))).toEqual(['a same', 'b removed', 'c changed', 'd added'])
  expect(said(draft(a), draft())).toEqual(['a removed'])
  expect(said(draft(), draft(a))).toEqual(['a added'])
})

test('a state comes back as one more event; what it does not change keeps its version', () => {
  const events: ResourceEvent[] = [
    { type: 'created', data: { title: 'Un', description: '', baseId: null } },
    { type: 'content_added', data: { content: content('a'), position: 0 } },
    { type: 'content_added', data: { content: content('b'), position: 1 } },
    { type: 'licence_changed', data: { licence: 'cc_by_sa_4_0' } },
    { type: 'content_edited', data: { content: content('b', 'bis') } },
    { type: 'content_removed', data: { contentId: 'a' } },
    { type: 'title_and_description_edited', data: { title: 'Deux', description: '' } },
  ]
  const then = replay(events.slice(0, 4))
  const back = replay([...events, { type: 'reverted', data: { to: 4, ...stateOf(then) } }])
  expect(stateOf(back)).toEqual(stateOf(then))
  expect(back).toMatchObject({ heading: { version: 8 }, licence: { version: 4 }, contents: [{ id: 'a', version: 8 }, { id: 'b', version: 8 }] })
  const nothing = replay([...events, { type: 'reverted', data: { to: 7, ...stateOf(replay(events)) } }])
  expect(nothing).toEqual(replay(events))
})
