import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { themes } from '../enumerations.ts'
import { kinds, savedSearch, searches } from '../indexing.ts'
import { bases } from '../module.ts'
import { draftWritten } from '../writing/topic.ts'
import { fr, themeGroups } from './fr.ts'

const folder = join(import.meta.dirname, '..')

test('each refusal that the code throws has its sentence, and each sentence its refusal', async () => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('web'))
  const texts = await Promise.all(files.filter((file) => !['events.ts', 'jobs.ts', 'reactions.ts', 'indexing.ts'].includes(file)).map((file) => readFile(join(folder, file), 'utf8')))
  const thrown = texts.flatMap((text) => [...text.matchAll(/'(bases\.[a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1]!))
  const named = [...bases.jobs, ...bases.reactions, ...bases.facts].map(({ name }) => name)
  const notices = texts.flatMap((text) => [...text.matchAll(/declareKind\(\{[^}]*?code: '(bases\.[\w-]+)'/g)].map((match) => match[1]!))
  const names = [...Object.values(kinds), ...Object.values(searches), ...Object.values(savedSearch), draftWritten]
  // Functions of the schema that SQL names.
  const sql = ['bases.activity', 'bases.arrival', 'bases.tally', 'bases.grant']
  const known = new Set<string>([...sql, ...named, ...Object.keys(bases.privacy), ...names, ...notices])
  const codes = new Set(thrown.filter((name) => !known.has(name)))
  expect(Object.keys(fr.refusals).toSorted()).toEqual([...codes].toSorted())
})

test('each command says what it has done, and each theme is in one group', () => {
  const commands = Object.entries(bases.operations).flatMap(([name, { kind }]) => kind === 'command' ? name : [])
  // The page that comes after these says it all.
  const silent = ['passWelcomeStep', 'stopLetter', 'startPackageImport']
  expect([...Object.keys(fr.done), ...silent].toSorted()).toEqual(commands.toSorted())
  expect(themeGroups.flatMap((group) => group.themes).toSorted()).toEqual([...themes].toSorted())
})
