import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { manifestShape } from './shapes.ts'

// The file is what the shape gives: after a change, write it again with the text that this test shows.
test('the JSON Schema of the documentation is that of the manifest', async () => {
  const text = await readFile(join(import.meta.dirname, '../../../docs/schemas/base-package-1.schema.json'), 'utf8')
  expect(JSON.parse(text)).toEqual(z.toJSONSchema(manifestShape, { io: 'output', unrepresentable: 'any' }))
})
