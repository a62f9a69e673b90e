import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { themes } from '../enumerations.ts'
import { bases } from '../module.ts'
import { fr, themeGroups } from './fr.ts'

const folder = join(import.meta.dirname, '..')

test('each refusal that the code throws has its sentence, and each sentence its refusal', async () => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('web'))
  const texts = await Promise.all(files.filter((file) => !['events.ts', 'jobs.ts', 'reactions.ts', 'indexing.ts'].includes(file)).map((file) => readFile(join(folder, file), 'utf8')))
  const thrown = texts.flatMap((text) => [...text.matchAll(/'(bases\.[a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1]!))
  const tables = new Set(texts.flatMap((text) => [...text.matchAll(/'(bases\.\w+)(?: as \w+)?'/g)].map((match) => match[1]!))
    .filter((name) => name.includes('_')))
  const known = new Set(['bases.hide-reported', 'bases.opinion', 'bases.answer', 'bases.arrival', 'bases.tally', 'bases.base', 'bases.resource', 'bases.content', 'bases.draft', 'bases.slug', 'bases.collection', 'bases.saved', 'bases.grant', 'bases.view'])
  const codes = new Set(thrown.filter((name) => !tables.has(name) && !known.has(name)))
  expect(Object.keys(fr.refusals).toSorted()).toEqual([...codes].toSorted())
})

test('each command says what it has done, and each theme is in one group', () => {
  const commands = Object.entries(bases.operations).flatMap(([name, { kind }]) => kind === 'command' ? name : [])
  expect(Object.keys(fr.done).toSorted()).toEqual(commands.toSorted())
  expect(themeGroups.flatMap((group) => group.themes).toSorted()).toEqual([...themes].toSorted())
})
