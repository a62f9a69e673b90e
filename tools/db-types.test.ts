import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('the types of each module are those of its tables', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'db-types.ts'), '--check'])
  expect(stdout).toBe('')
}, 60_000)
