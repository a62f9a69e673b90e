import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAutosave, type Kept, type Outcome, type Sending, type Status } from './autosave.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const started = (outcomes: Outcome[]) => {
  const sent: Sending[] = []
  const told: Status['state'][] = []
  const kept: unknown[] = []
  let number = 0
  const autosave = createAutosave({
    send: async (sending) => { sent.push(sending); return outcomes.shift() ?? { kind: 'failed' } },
    tell: ({ state }) => told.push(state), keep: (one) => kept.push(one?.words), key: () => `key-${++number}`,
  })
  return { autosave, sent, told, kept }
}

test('words are sent once, after a pause, with the version that was seen; the next ones with the version that came back', async () => {
  const { autosave, sent, told, kept } = started([{ kind: 'saved', version: 4 }, { kind: 'saved', version: 5 }])
  autosave.typed({ text: 'B' }, 3)
  autosave.typed({ text: 'Bonjour' }, 3)
  await vi.advanceTimersByTimeAsync(1000)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(500)
  expect(sent).toEqual([{ words: { text: 'Bonjour' }, version: 3, key: 'key-1' }])
  expect(told.at(-1)).toBe('saved')
  expect(kept.at(-1)).toBeUndefined()
  autosave.typed({ text: 'Bonjour !' }, 3)
  await vi.advanceTimersByTimeAsync(1500)
  expect(sent[1]).toEqual({ words: { text: 'Bonjour !' }, version: 4, key: 'key-2' })
})

test('without a network the same sending is tried again under its key, and what was typed meanwhile follows it', async () => {
  const { autosave, sent, told, kept } = started([{ kind: 'failed' }, { kind: 'signed-out' }, { kind: 'saved', version: 8 }, { kind: 'saved', version: 9 }])
  autosave.typed({ text: 'un' }, 7)
  await vi.advanceTimersByTimeAsync(1200)
  expect(told.at(-1)).toBe('waiting')
  autosave.typed({ text: 'un deux' }, 7)
  await vi.advanceTimersByTimeAsync(1200)
  expect(told.at(-1)).toBe('signed-out')
  expect(kept.at(-1)).toEqual({ text: 'un deux' })
  expect(autosave.isUnsaved()).toBe(true)
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent.map(({ words, version, key }) => [words['text'], version, key]))
    .toEqual([['un', 7, 'key-1'], ['un', 7, 'key-1'], ['un', 7, 'key-1'], ['un deux', 8, 'key-2']])
  expect(autosave.isUnsaved()).toBe(false)
})

test('told that somebody else has written, it sends nothing more until the person has decided', async () => {
  const { autosave, sent, told, kept } = started([{ kind: 'stale' }, { kind: 'saved', version: 12 }])
  autosave.typed({ text: 'mien' }, 2)
  await vi.advanceTimersByTimeAsync(1500)
  autosave.typed({ text: 'mien encore' }, 2)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(sent).toHaveLength(1)
  expect(told.at(-1)).toBe('stale')
  expect(kept.at(-1)).toEqual({ text: 'mien encore' })
  autosave.done()
  autosave.typed({ text: 'neuf' }, 11)
  await vi.advanceTimersByTimeAsync(1500)
  expect(sent[1]).toMatchObject({ words: { text: 'neuf' }, version: 11 })
})

test('a form that is not complete yet is not lost, and is sent once it is', async () => {
  const { autosave, sent, told, kept } = started([{ kind: 'invalid', issues: [] }, { kind: 'saved', version: 3 }])
  autosave.typed({ text: '' }, 2)
  await vi.advanceTimersByTimeAsync(1500)
  expect([told.at(-1), kept.at(-1)]).toEqual(['invalid', { text: '' }])
  autosave.typed({ text: 'mieux' }, 2)
  await vi.advanceTimersByTimeAsync(1500)
  expect(sent.map(({ version, key }) => [version, key])).toEqual([[2, 'key-1'], [2, 'key-2']])
})

test('a page that comes after goes on with the very sending of which the outcome is not known', async () => {
  const first = createAutosave({ send: () => new Promise(() => undefined), tell: () => undefined, keep: (one) => { left = one }, key: () => 'first' })
  let left: Kept | undefined
  first.typed({ text: 'un' }, 3)
  await vi.advanceTimersByTimeAsync(1500)
  first.typed({ text: 'un deux' }, 3)
  const { autosave, sent } = started([{ kind: 'saved', version: 4 }, { kind: 'saved', version: 5 }])
  autosave.resume(left!)
  await vi.advanceTimersByTimeAsync(10)
  expect(sent.map(({ words, version, key }) => [words['text'], version, key])).toEqual([['un', 3, 'first'], ['un deux', 4, 'key-1']])
})
