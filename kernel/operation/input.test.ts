import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldRules, fromStrings, issuesOf } from './input.ts'

const schema = z.object({
  title: z.string().trim().min(1).max(100), description: z.string().max(560).optional(), email: z.email(), site: z.url().nullable(),
  themes: z.array(z.enum(['a', 'b', 'c'])).max(2), kind: z.enum(['x', 'y']), count: z.int().min(1).max(9).default(1), open: z.boolean(), id: z.uuid(),
})

test('strings become what the schema wants; empty is absent, an unchecked box is false in a form', () => {
  const texts = { title: ['a\r\nb'], description: [''], site: [''], themes: ['a', '', 'b'], kind: ['x'], count: ['3'], id: ['1'] }
  expect(fromStrings(schema, texts, false)).toEqual({
    title: 'a\nb', description: '', site: null, themes: ['a', 'b'], kind: 'x', count: 3, open: false, id: '1',
  })
  expect(fromStrings(schema, { count: [''], open: ['on'] })).toEqual({ open: true })
  // What must look like something and may be nothing is nothing when empty.
  expect(fromStrings(z.object({ code: z.string().regex(/^\d{2}$/).nullable().default(null) }), { code: '' })).toEqual({ code: null })
  expect(fromStrings(z.object({ time: z.string().regex(/^\d{2}:\d{2}$/).or(z.literal('')).optional() }), { time: '' })).toEqual({ time: '' })
})

test('fields carry the rules of the schema as HTML wants them', () => {
  const rules = fieldRules(schema)
  expect(rules['title']).toMatchObject({ type: 'text', required: true, minLength: 1, maxLength: 100 })
  expect(rules['description']).toMatchObject({ required: false, maxLength: 560 })
  expect(rules['email']).toMatchObject({ type: 'email', required: true, pattern: undefined })
  expect(rules['site']).toMatchObject({ type: 'url' })
  expect(rules['themes']).toMatchObject({ type: 'choices', maxItems: 2, options: ['a', 'b', 'c'] })
  expect(rules['kind']).toMatchObject({ type: 'choice', options: ['x', 'y'], required: true })
  expect(rules['count']).toMatchObject({ type: 'number', min: 1, max: 9, required: false })
  expect(rules['open']).toMatchObject({ type: 'checkbox' })
})

test('each wrong field is named once, with its reason and its limit', () => {
  const result = schema.safeParse({ title: '', description: 'x'.repeat(561), email: 'no', themes: ['a', 'b', 'c'], kind: 'z', count: 10, open: 'maybe' }, { reportInput: true })
  expect(issuesOf(result.error!)).toEqual([
    { field: 'title', code: 'required' }, { field: 'description', code: 'too_long', limit: 560 }, { field: 'email', code: 'format' },
    { field: 'site', code: 'required' }, { field: 'themes', code: 'too_many', limit: 2 }, { field: 'kind', code: 'choice' },
    { field: 'count', code: 'too_big', limit: 9 }, { field: 'open', code: 'invalid' }, { field: 'id', code: 'required' },
  ])
})
