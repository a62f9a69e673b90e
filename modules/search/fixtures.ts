import { v7 } from '#kernel/id.ts'
import { worldOf } from '#kernel/testing/world.ts'
import type { Document, Question } from './api.ts'
import { search } from './module.ts'

export const world = worldOf(search)

/** A public document; say what matters to the test. */
export const aDocument = (over: Partial<Document> = {}): Document => ({
  kind: 'resource', id: v7(), principals: ['public'], title: 'Guide', summary: '', body: '', facets: {},
  publishedAt: '2026-01-01T08:00:00.000Z', counts: {}, ...over,
})

/** A question about resources, first page; say what matters to the test. */
export const aQuestion = (over: Partial<Question> = {}): Question =>
  ({ kinds: ['resource'], sort: 'relevance', page: 1, perPage: 20, ...over })
