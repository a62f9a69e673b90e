import { createHash } from 'node:crypto'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { themeBoot, themeBootSha256 } from '#design/theme.ts'
import { buildCss, type DesignManifest } from './build.ts'

let folder: string
let manifest: DesignManifest

const file = (address: string) => join(folder, address.slice('/design/'.length))
const bytes = async (address: string, ending = '.br') => (await stat(file(address) + ending)).size

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kit-'))
  await buildCss(folder)
  manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as DesignManifest
}, 30_000)

afterAll(() => rm(folder, { recursive: true }))

test('weighs little: what every page loads', async () => {
  expect(await bytes(manifest.neutral)).toBeLessThan(25_000)
  expect(await bytes(manifest.state)).toBeLessThan(28_000)
  expect(await bytes(manifest.islands, '.gz')).toBeLessThan(4_000)
  let fonts = 0
  for (const font of manifest.fonts.neutral) fonts += await bytes(font, '')
  expect(fonts).toBeLessThan(40_000)
})

test('the neutral theme bears nothing of the State', async () => {
  const css = await readFile(file(manifest.neutral), 'utf8')
  expect(css).not.toMatch(/marianne|spectral|france|fr-logo|000091/i)
  expect(css).toContain('Atkinson Hyperlegible')
})

test('the same sources give the same names', async () => {
  const other = await mkdtemp(join(tmpdir(), 'kit-'))
  await buildCss(other)
  expect((await readdir(other)).toSorted()).toEqual((await readdir(folder)).toSorted())
  await rm(other, { recursive: true })
})

test('nothing is fetched from elsewhere, and every address exists', async () => {
  for (const address of [manifest.neutral, manifest.state]) {
    const css = await readFile(file(address), 'utf8')
    for (const [, url] of css.matchAll(/url\(["']?((?!data:)[^"')]+)/g)) await expect(stat(file(url!))).resolves.toBeDefined()
  }
})

test('the policy allows the one inline script', () => {
  expect(createHash('sha256').update(themeBoot).digest('base64')).toBe(themeBootSha256)
})
