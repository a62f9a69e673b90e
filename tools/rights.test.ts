import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { RIGHTS, rightsPage } from './rights.ts'

test('docs/rights.md says who may do what, as the operations do: a right that changes is seen in the change', async () => {
  expect(await readFile(RIGHTS, 'utf8'), 'run npm run rights, and read what changed').toBe(rightsPage())
})
