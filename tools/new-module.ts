// `npm run new:module -- library`: the skeleton of a module, with one table, one query and its test. See docs/first-feature.md.
import { access, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z]*(-[a-z]+)*$/.test(name)) {
  console.error('Give the name of the module in small letters, as: npm run new:module -- library')
  process.exit(1)
}
const schema = name.replaceAll('-', '_')
const symbol = name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const folder = join(import.meta.dirname, '../modules', name)
if (await access(folder).then(() => true, () => false)) {
  console.error(`modules/${name} exists already.`)
  process.exit(1)
}

const files: Record<string, string> = {
  'README.md': `# ${name}

What this module is for, in two sentences.

| French term | code name |
|---|---|

Tables: none yet. Facts: none yet.
`,
  'module.ts': `import { module } from '#kernel/operation/module.ts'
import { fr } from './web/fr.ts'

/** What this module is for. */
export const ${symbol} = module({
  name: '${schema}', folder: 'modules/${name}', needs: [],
  operations: {}, refusals: fr.refusals, done: fr.done,
  privacy: {},
})
`,
  'policy.ts': `import type { Context as KernelContext } from '#kernel/operation/operation.ts'
import type { DB } from './tables.gen.ts'

export type Context = KernelContext<DB>
`,
  [`tables/0001-${name}.sql`]: `-- The tables of ${name}: keys are UUIDv7 made by the application.

grant usage on schema ${schema} to sillage_portal, sillage_worker;
`,
  'tables.gen.ts': `// Written by \`npm run db:types\` from the tables of this module: do not edit.
export interface DB {}
`,
  'fixtures.ts': `import { worldOf } from '#kernel/testing/world.ts'
import { ${symbol} } from './module.ts'

/** The module's world in tests: a database of its own, with what the module needs and nothing else. */
export const world = worldOf(${symbol})
`,
  'web/fr.ts': `/** Every sentence of this module that a person reads. */
export const fr = {
  refusals: {} as Record<string, string>,
  done: {} as Record<string, string>,
}
`,
  'web/routes.ts': `import type { PageRoute } from '#kernel/operation/module.ts'

/** Every address of the module is built here. */
export const urls = {}

export const pages: PageRoute[] = []
`,
}

for (const [file, text] of Object.entries(files)) {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
}
console.log(`modules/${name} is there. Next:
  1. add ${symbol} to apps/portal/modules.ts, and its pages to apps/portal/routes.ts;
  2. write its tables in modules/${name}/tables/0001-${name}.sql, then npm run db:types;
  3. npm run new:operation -- ${name} show-something query`)
