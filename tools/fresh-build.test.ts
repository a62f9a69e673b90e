import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { buildKey, isStale, noteBuild } from './fresh-build.ts'
import { aFolder } from '#kernel/testing/temporary.ts'

test('a build is stale when a source, and only a source, has changed', async () => {
  const root = await aFolder()
  for (const folder of ['apps', 'kernel', 'design', 'modules/bases/web', 'demo']) {
    await mkdir(path.join(root, folder), { recursive: true })
  }
  for (const file of ['package-lock.json', 'package.json', 'tsconfig.json']) await writeFile(path.join(root, file), '{}')
  await writeFile(path.join(root, 'modules/bases/web/Page.tsx'), 'one')
  expect(isStale(root, 'portal')).toBe(true)
  noteBuild(root, 'portal', buildKey(root))
  expect(isStale(root, 'portal')).toBe(false)
  await writeFile(path.join(root, 'modules/bases/page.test.ts'), 'a test')
  expect(isStale(root, 'portal')).toBe(false)
  await writeFile(path.join(root, 'modules/bases/web/Page.tsx'), 'another')
  expect(isStale(root, 'portal')).toBe(true)
})

test('knowing that nothing changed takes less than 100 ms on this project', () => {
  const root = path.resolve(import.meta.dirname, '..')
  const began = performance.now()
  buildKey(root)
  expect(performance.now() - began).toBeLessThan(100)
})
