// `npm run new:operation -- library lend-book command`: an operation and its test, to be filled. See docs/first-feature.md.
import { access, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const [module = '', name = '', kind = 'command'] = process.argv.slice(2)
const folder = join(import.meta.dirname, '../modules', module)
const wrong = !/^[a-z]+(-[a-z]+)+$/.test(name) ? 'The name is a verb and a noun, as lend-book.'
  : kind !== 'command' && kind !== 'query' ? 'The kind is command or query.'
  : !module || !await access(folder).then(() => true, () => false) ? `modules/${module} does not exist: npm run new:module -- ${module}` : undefined
if (wrong) {
  console.error(`${wrong} Usage: npm run new:operation -- <module> <verb-noun> [command|query]`)
  process.exit(1)
}

const symbol = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const path = `/${module}/${name}`
const operation = `import { z } from 'zod'
import { ${kind} } from '#kernel/operation/operation.ts'
import { signedIn } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'

/** What it does, in one sentence; what it refuses. */
export const ${symbol} = ${kind}({
  http: '${kind === 'command' ? 'POST' : 'GET'} ${path}',
  input: z.object({}),
  output: z.object({}),
  allow: signedIn,
  run: async (_: Context) => ({}),
})
`
const test = `import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { world } from '../fixtures.ts'
import { ${symbol} } from './${name}.ts'

test('a person may', async () => {
  const { as } = await world()
  expect(await as({ id: v7() }).run(${symbol}, {})).toEqual({})
})

test('a visitor is asked to sign in', async () => {
  const { as } = await world()
  await expect(as().run(${symbol}, {})).rejects.toMatchObject({ status: 401 })
})
`

const file = join(folder, 'operations', `${name}.ts`)
if (await access(file).then(() => true, () => false)) {
  console.error(`${file} exists already.`)
  process.exit(1)
}
await mkdir(join(folder, 'operations'), { recursive: true })
await writeFile(file, operation)
await writeFile(join(folder, 'operations', `${name}.test.ts`), test)
console.log(`modules/${module}/operations/${name}.ts and its test are there.
Name it in modules/${module}/module.ts: operations: { ${symbol} }, then: npm test -- modules/${module}`)
