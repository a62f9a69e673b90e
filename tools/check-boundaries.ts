import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { glob } from 'node:fs/promises'
import { inOrder, type Module } from '#kernel/operation/module.ts'

/** One line of a file that crosses a border of design.md §2. */
export interface Violation { file: string; what: string }

export interface Source { file: string; text: string }

const IMPORT = /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|import\('([^']+)'\)|(?:^|\n)import '([^']+)'/g
const SQL_NAME = /\b(?:from|join|into|update|table|references|on|only|function|execute)\s+([a-z_]+)\.([a-z_]+)\b/gi
const KYSELY_NAME = /\b(?:selectFrom|innerJoin|leftJoin|rightJoin|insertInto|updateTable|deleteFrom|related)\(\s*\[?\s*'([a-z_]+)\.([a-z_]+)/g

/** Entrances of a module for another one; fixtures for tests only, module.ts to say what one needs. */
const ENTRANCES = /^(api|events|fixtures|module)\.ts$|^web\/(parts\.tsx|routes\.ts)$/
const isTest = (file: string) => /\.test\.tsx?$|\/fixtures\.ts$|\/testing\//.test(file)

const importsOf = ({ file, text }: Source): string[] => [...text.matchAll(IMPORT)].flatMap((match) => {
  const path = match[1] ?? match[2] ?? match[3] ?? ''
  if (path.startsWith('#')) return [path.slice(1)]
  return path.startsWith('.') ? [relative('/', resolve('/', dirname(file), path))] : []
})

const layerOf = (file: string) => file.split('/')[0] ?? ''
const moduleOf = (file: string) => layerOf(file) === 'modules' ? file.split('/')[1] : undefined

const LAYERS: Readonly<Record<string, readonly string[]>> = {
  kernel: ['kernel'], design: ['design', 'kernel'], modules: ['modules', 'kernel', 'design'],
  demo: ['demo', 'modules', 'kernel', 'design'], apps: ['apps', 'demo', 'modules', 'kernel', 'design'],
}

const crossings = (source: Source, needs: ReadonlyMap<string, ReadonlySet<string>>): string[] => importsOf(source).flatMap((path) => {
  const { file } = source
  const [from, to] = [layerOf(file), layerOf(path)]
  if (LAYERS[from] && !LAYERS[from].includes(to)) {
    return isTest(file) && to !== 'apps' && from !== 'kernel' ? [] : file.startsWith('kernel/db/privacy.test') ? [] : [`${from} may not import ${path}`]
  }
  if (from === 'design' && to === 'kernel' && path !== 'kernel/page/form.ts') return [`design knows no data: it may not import ${path}`]
  if (from === 'modules' && to === 'design' && !/^modules\/[^/]+\/web\//.test(file)) return [`only web/ may import ${path}`]
  const [mine, theirs] = [moduleOf(file), moduleOf(path)]
  if (!theirs || mine === theirs) return []
  const inside = path.split('/').slice(2).join('/')
  if (from === 'modules' && !needs.get(mine!)?.has(theirs)) return [`${mine} does not need ${theirs}: it may not import ${path}`]
  if (from === 'demo' && inside === 'seed.ts') return []
  if (!ENTRANCES.test(inside) && from !== 'apps') return [`${path} is not an entrance of ${theirs}`]
  return inside === 'fixtures.ts' && !isTest(file) ? [`${path} is for tests`] : []
})

/** Names in SQL of another module's schema, unless it is needed and publishes the view or the function; a foreign key may follow `needs`. */
const foreignNames = (source: Source, needs: ReadonlyMap<string, ReadonlySet<string>>, published: ReadonlySet<string>): string[] => {
  const mine = moduleOf(source.file)
  if (!mine || isTest(source.file)) return []
  if (!needs.has(mine)) return [`no app mounts the module ${mine}`]
  const names = [...source.text.matchAll(SQL_NAME), ...source.text.matchAll(KYSELY_NAME)]
  return names.filter(([whole, schema, name]) => {
    const other = schema!.toLowerCase()
    const allowed = published.has(`${other}.${name}`) || /^references\s/i.test(whole)
    return other !== mine && needs.has(other) && !(needs.get(mine)!.has(other) && allowed)
  }).map(([, schema, name]) => `SQL names ${schema}.${name}, which is another module's`)
}

const PUBLISHED = /create (?:or replace )?(?:view|function)\s+([a-z_]+\.[a-z_]+)/gi

/** @param modules the modules mounted, for what each needs. @returns what crosses a border; nothing when all is well. */
export const violations = (sources: readonly Source[], modules: readonly Module[]): Violation[] => {
  const needs = new Map(modules.map((one) => [one.name, new Set(inOrder(one.needs).map((other) => other.name))]))
  const published = new Set(sources.filter(({ file }) => file.endsWith('.sql')).flatMap(({ text }) => [...text.matchAll(PUBLISHED)].map((match) => match[1]!)))
  const cyclic = modules.filter((one) => needs.get(one.name)?.has(one.name)).map((one) => ({ file: one.folder, what: `${one.name} needs itself` }))
  return [...cyclic, ...sources.flatMap((source) => [
    ...source.file.endsWith('.sql') ? [] : crossings(source, needs), ...foreignNames(source, needs, published),
  ].map((what) => ({ file: source.file, what })))]
}

/** Every source of the project that has a layer, read. */
export const projectSources = async (root: string): Promise<Source[]> => {
  const sources: Source[] = []
  for await (const file of glob(['apps', 'kernel', 'design', 'modules', 'demo'].flatMap((layer) => [`${layer}/**/*.ts`, `${layer}/**/*.tsx`, `${layer}/**/*.sql`]), { cwd: root })) {
    sources.push({ file, text: await readFile(join(root, file), 'utf8') })
  }
  return sources
}
