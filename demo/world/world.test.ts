import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { bases } from './bases.ts'
import { collections } from './collections.ts'
import { drawCover } from './drawings/cover.ts'
import { draw, sceneNames } from './drawings/draw.ts'
import { drawLogo } from './drawings/logo.ts'
import { drawPortrait } from './drawings/portrait.ts'
import { audiences, licences, supportTypes, themes } from '#modules/bases/api.ts'
import { fileNames, files } from './files.ts'
import { opinions } from './opinions.ts'
import { people, territory } from './people.ts'
import type { Resource } from './resource.ts'
import { resources } from './resources/all.ts'
import { follows, savedCollections, saves } from './saves.ts'

const published = resources.filter(({ state }) => state === 'published')
const resourceKeys = new Set(resources.map(({ key }) => key))
const publishedKeys = new Set(published.map(({ key }) => key))
const personKeys = new Set<string>(people.map(({ key }) => key))
const baseKeys = new Set<string>(bases.map(({ key }) => key))
const unknown = (keys: readonly string[], known: ReadonlySet<string>) => keys.filter((key) => !known.has(key))
const repeated = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index)
const outside = (length: number, low: number, high: number) => length < low || length > high
const wordsOf = ({ contents }: Resource) => contents.flatMap((content) => Object.entries(content)
  .filter(([field]) => ['title', 'text', 'caption'].includes(field)).map(([, value]) => value)).join(' ').split(/\s+/).length

test('every key is used once, and so is every e-mail', () => {
  for (const list of [people, bases, resources, collections]) expect(repeated(list.map(({ key }) => key))).toEqual([])
  expect(repeated(people.map(({ email }) => email))).toEqual([])
  expect(people.filter(({ email }) => !email.endsWith(`@${territory.mailDomain}`))).toEqual([])
})

describe('resources', () => {
  test('there are at least 60 published, and some that are not', () => {
    expect(published.length).toBeGreaterThanOrEqual(60)
    expect(resources.filter(({ state }) => state === 'private').length).toBeGreaterThanOrEqual(3)
    expect(resources.filter(({ state }) => state === 'draft').length).toBeGreaterThanOrEqual(3)
  })

  test('they use only known values, and each value at least once', () => {
    for (const [field, values] of [['themes', themes], ['supportTypes', supportTypes], ['audiences', audiences]] as const) {
      const used = new Set(published.flatMap((resource): readonly string[] => resource[field]))
      expect(unknown(resources.flatMap((resource): readonly string[] => resource[field]), new Set<string>(values))).toEqual([])
      expect(values.filter((value) => !used.has(value))).toEqual([])
    }
    expect(unknown(resources.map(({ licence }) => licence), new Set(licences))).toEqual([])
  })

  test.each(resources)('$key keeps within the limits', (resource) => {
    expect(resource.title.length).toBeLessThanOrEqual(100)
    expect(resource.description.length).toBeLessThanOrEqual(560)
    expect(outside(resource.themes.length, 1, 5) || outside(resource.supportTypes.length, 1, 4)
      || outside(resource.audiences.length, 1, 5)).toBe(false)
    expect(repeated([...resource.themes, ...resource.supportTypes, ...resource.audiences])).toEqual([])
    expect(resource.daysAgo).toBeGreaterThan(0)
    expect(resource.daysAgo).toBeLessThanOrEqual(400)
    for (const content of resource.contents) {
      if ('title' in content) expect(content.title?.length).toBeLessThanOrEqual(50)
      if ('caption' in content) expect(content.caption?.length).toBeLessThanOrEqual(280)
    }
  })

  test.each(resources)('$key has substance', (resource) => {
    expect(resource.contents.length).toBeGreaterThanOrEqual(3)
    expect(wordsOf(resource)).toBeGreaterThanOrEqual(resource.state === 'published' ? 150 : 100)
    expect(resource.description + JSON.stringify(resource.contents)).not.toMatch(/lorem|\btest \d|undefined|TODO/i)
  })

  test.each(resources)('$key points to people, bases, files and published resources that exist', (resource) => {
    const { base: baseKey, author, contributors = [], contents } = resource
    expect(unknown([author, ...contributors], personKeys)).toEqual([])
    expect(contributors).not.toContain(author)
    const base = bases.find(({ key }) => key === baseKey)
    if (base) expect([...base.administrators, ...base.contributors]).toContain(author)
    if (base && !base.public) expect(resource.state).not.toBe('published')
    const linked = contents.flatMap((content) => content.type === 'linked_resource' ? [content.resource] : [])
    expect(unknown(linked, publishedKeys)).toEqual([])
    expect(linked).not.toContain(resource.key)
    expect(unknown(contents.flatMap((content) => content.type === 'file' ? [content.file] : []), new Set(fileNames))).toEqual([])
    for (const content of contents) if (content.type === 'link') expect(content.url).toMatch(/^https:\/\/[\w.-]+$/)
  })

  test('every file is attached somewhere', () => {
    const contents = resources.flatMap((resource) => resource.contents)
    const attached = new Set(contents.flatMap((content) => content.type === 'file' ? [content.file] : []))
    expect(fileNames.filter((name) => !attached.has(name))).toEqual([])
  })
})

test('bases are administered by people who exist, and one is private', () => {
  for (const { title, excerpt, administrators, contributors } of bases) {
    expect(administrators.length).toBeGreaterThan(0)
    expect(unknown([...administrators, ...contributors], personKeys)).toEqual([])
    expect(repeated([...administrators, ...contributors])).toEqual([])
    expect(title.length).toBeLessThanOrEqual(100)
    expect(excerpt.length).toBeLessThanOrEqual(280)
  }
  expect(bases.filter((base) => !base.public).map(({ key }) => key)).toEqual(['fabrique'])
})

test('collections, saves, follows and opinions name what exists', () => {
  for (const { owner, public: open, resources: keys } of collections) {
    expect('person' in owner ? personKeys : baseKeys).toContain('person' in owner ? owner.person : owner.base)
    expect(unknown(keys, open ? publishedKeys : resourceKeys)).toEqual([])
    expect(repeated(keys)).toEqual([])
  }
  for (const keys of Object.values(saves)) {
    expect(unknown(keys, publishedKeys)).toEqual([])
    expect(repeated(keys)).toEqual([])
  }
  const open = new Set(collections.filter((collection) => collection.public).map(({ key }) => key))
  expect(unknown(Object.values(savedCollections).flat(), open)).toEqual([])
  const followed = Object.values(follows)
  expect(unknown(followed.flatMap((each) => each.bases ?? []), baseKeys)).toEqual([])
  const visible = new Set<string>(people.flatMap((person) => person.public ? [person.key] : []))
  expect(unknown(followed.flatMap((each) => each.people ?? []), visible)).toEqual([])
  for (const { resource, person, daysAgo, answers = [] } of opinions) {
    const { author, daysAgo: since, contributors = [] } = published.find(({ key }) => key === resource)!
    expect(daysAgo).toBeLessThan(since)
    // Nobody judges what they write, nor what their base does.
    const { base: at } = published.find(({ key }) => key === resource)!
    const team = bases.find(({ key }) => key === at)
    expect([author, ...contributors, ...team?.administrators ?? [], ...team?.contributors ?? []]).not.toContain(person)
    for (const answer of answers) expect(answer.daysAgo).toBeLessThanOrEqual(daysAgo)
  }
  expect(repeated(opinions.map(({ resource, person }) => `${resource} ${person}`))).toEqual([])
})

test('files are what their type says', () => {
  for (const { mime, bytes } of files()) {
    if (mime !== 'application/pdf') {
      expect(bytes.toString('utf8')).toMatch(/[éàè]/)
      continue
    }
    const source = bytes.toString('latin1')
    expect(source.startsWith('%PDF-1.4')).toBe(true)
    const table = Number(/startxref\n(\d+)/.exec(source)![1])
    expect(source.slice(table, table + 4)).toBe('xref')
    const starts = [...source.slice(table).matchAll(/(\d{10}) 00000 n/g)].map(([, start]) => Number(start))
    starts.forEach((start, index) => expect(source.slice(start)).toMatch(new RegExp(`^${index + 1} 0 obj\n`)))
  }
})

test('every drawing becomes an image, always the same, in time', async () => {
  const from = performance.now()
  for (const { key, drawing } of resources) {
    const { info } = await sharp(Buffer.from(draw(drawing, key))).webp().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([1200, 675])
  }
  expect(performance.now() - from).toBeLessThan(20_000)
  const others = [...sceneNames.map((name) => draw(name, 'other')), ...people.map(({ key, look }) => drawPortrait(key, look)),
    drawPortrait('somebody'), ...bases.flatMap(({ key, logo }) => [drawLogo(logo, key), drawCover(logo, key)])]
  for (const svg of others) {
    expect(svg).not.toMatch(/<text|NaN|undefined/)
    await sharp(Buffer.from(svg)).webp().toBuffer()
  }
  expect(draw('map', 'one')).toBe(draw('map', 'one'))
  expect(new Set(resources.map(({ key, drawing }) => draw(drawing, key))).size).toBe(resources.length)
}, 60_000)
