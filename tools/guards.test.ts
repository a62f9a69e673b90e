import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { backOfficeOperationsOf, inOrder, operationsOf } from '#kernel/operation/module.ts'
import { worldOf } from '#kernel/testing/world.ts'

const root = join(import.meta.dirname, '..')
const all = [...modules, demo]
const worlds = all.map((module) => [module.name, module, worldOf(module)] as const)

test.each(worlds)('%s boots with only what it needs', async (_, module, world) => {
  const { engine, modules: mounted } = await world()
  expect(mounted.map(({ name }) => name)).toEqual(inOrder([module]).map(({ name }) => name))
  const app = fastify()
  mountOperations(app, engine, [...operationsOf(mounted), ...backOfficeOperationsOf(mounted)])
  mountRaw(app, engine, mounted.flatMap((one) => one.raw))
  await app.ready()
  await app.close()
})

test('each operation has its own name and its own route', () => {
  const operations = [...operationsOf(all), ...backOfficeOperationsOf(all)]
  for (const key of ['name', 'http'] as const) expect(new Set(operations.map((one) => one[key])).size).toBe(operations.length)
  expect(operations.every(({ name }) => /^\w+\.[a-z]\w+$/.test(name))).toBe(true)
})

test('nothing of the demonstration is mounted outside of it', () => {
  const routes = modules.flatMap((module) => [...Object.values(module.operations), ...module.raw]).map(({ http }) => http)
  expect(routes.filter((route) => route.includes('demonstration'))).toEqual([])
})

test('each code by which an operation refuses has its sentence', async () => {
  const sentences = new Set(all.flatMap((module) => Object.keys(module.refusals)))
  const codes: string[] = []
  for await (const file of glob('modules/*/**/*.ts', { cwd: root })) {
    if (file.endsWith('.test.ts')) continue
    for (const [, code] of (await readFile(join(root, file), 'utf8')).matchAll(/new Refusal\('([a-z]+\.[a-z-]+)'/g)) codes.push(code!)
  }
  expect(codes.length).toBeGreaterThan(0)
  expect(codes.filter((code) => !sentences.has(code))).toEqual([])
})

// The launcher of the embedded database, with its backups, and what tests use are aside (design §2).
const ASIDE = /^kernel\/(testing\/|db\/(embedded|postmaster|free-port|lock|backup|restore|copy-cluster|manifest|roles|prepare|addresses))/

test('the kernel stays under its cap of 2,000 lines', async () => {
  let lines = 0
  for await (const file of glob('kernel/**/*.ts', { cwd: root })) {
    if (ASIDE.test(file) || file.endsWith('.test.ts')) continue
    const text = await readFile(join(root, file), 'utf8')
    lines += text.split('\n').filter((line) => line.trim() && !/^\s*(\/\/|\/\*|\*)/.test(line)).length
  }
  expect(lines).toBeGreaterThan(1000)
  expect(lines).toBeLessThanOrEqual(2000)
})

test('every operation is tried by a test of its module, which names it', async () => {
  const tests = new Map<string, string>()
  for await (const file of glob('{modules,apps}/**/*.test.{ts,tsx}', { cwd: root })) {
    const owner = /^modules\/(\w+)\//.exec(file)?.[1] ?? 'apps'
    tests.set(owner, (tests.get(owner) ?? '') + await readFile(join(root, file), 'utf8'))
  }
  const untried = [...operationsOf(modules), ...backOfficeOperationsOf(modules)].map(({ name }) => name).filter((name) => {
    const [owner, operation] = name.split('.') as [string, string]
    return !new RegExp(`\\b${operation}\\b`).test(`${tests.get(owner)} ${tests.get('apps')}`)
  })
  expect(untried).toEqual([])
})
