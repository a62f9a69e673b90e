import { expect, test } from 'vitest'
import { emptyDraft, replay, type NewContent, type ResourceEvent } from './draft.ts'

const content = (id: string, text = id): NewContent =>
  ({ id, type: 'text', title: null, text, url: null, caption: null, alt: null, fileId: null, linkedResourceId: null })

const events: ResourceEvent[] = [
  { type: 'created', data: { title: 'Un', description: '', baseId: null } },
  { type: 'content_added', data: { content: content('a'), position: 0 } },
  { type: 'content_added', data: { content: content('b'), position: 1 } },
  { type: 'content_added', data: { content: content('c'), position: 0 } },
  { type: 'content_reordered', data: { contentId: 'a', position: 2 } },
  { type: 'content_edited', data: { content: content('b', 'bis') } },
  { type: 'content_removed', data: { contentId: 'c' } },
  { type: 'title_and_description_edited', data: { title: 'Deux', description: 'mots' } },
  { type: 'visibility_changed', data: { isPublic: false } },
  { type: 'published', data: {} },
]

test('a draft is the replay of its events, and each part knows the event that wrote it last', () => {
  const draft = replay(events)
  expect(draft.heading).toEqual({ title: 'Deux', description: 'mots', version: 8 })
  expect(draft.contents).toEqual([{ ...content('b', 'bis'), version: 6 }, { ...content('a'), version: 2 }])
  expect(draft.indexation).toEqual(emptyDraft.indexation)
})

test('a resource brought from another service begins with all its parts', () => {
  const migrated: ResourceEvent = { type: 'migrated', data: {
    title: 'Reprise', description: '', themes: ['donnees'], supportTypes: ['article'], audiences: ['elus'],
    image: { fileId: null, alt: '' }, licence: 'etalab_2_0', contents: [content('x')],
  } }
  expect(replay([migrated, { type: 'public_feedback_changed', data: { publicFeedback: false } }])).toMatchObject({
    heading: { title: 'Reprise', version: 1 }, licence: { key: 'etalab_2_0', version: 1 }, contents: [{ id: 'x', version: 1 }],
    publicFeedback: false,
  })
})
