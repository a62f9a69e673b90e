import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { worldOf } from '../testing/world.ts'
import { migrate } from './migrate.ts'

const world = worldOf()
let folder: string
let name: string
let number = 0
const write = (file: string, sql: string) => writeFile(join(folder, file), sql)
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sillage-migrate-'))
  name = `made${number++}`
  await write('0001-first.sql', `create table ${name}.thing (id integer)`)
})

test('each step once, even when two processes start together; a later step alone afterwards', async () => {
  const { address } = await world()
  const run = () => migrate(address('sillage_owner'), [{ name, folder }])
  expect((await Promise.all([run(), run()])).toSorted()).toEqual([0, 1])
  await write('0002-index.apart.sql', `create index concurrently thing_id on ${name}.thing (id)`)
  expect(await run()).toBe(1)
  expect(await run()).toBe(0)
})

test('a changed step, a newer database and a gap are each one sentence; a failed step leaves nothing', async () => {
  const { address, db } = await world()
  const run = () => migrate(address('sillage_owner'), [{ name, folder }])
  await run()
  await write('0002-bad.sql', `create table ${name}.other (id integer); select 1 / 0`)
  await expect(run()).rejects.toMatchObject({ code: 'SILLAGE_FAILED_MIGRATION', message: expect.stringContaining('0002-bad.sql') })
  expect((await db.introspection.getTables()).map((table) => table.name)).not.toContain('other')
  await write('0002-bad.sql', `create table ${name}.other (id integer)`)
  await run()
  await rm(join(folder, '0002-bad.sql'))
  await expect(run()).rejects.toMatchObject({ code: 'SILLAGE_NEWER_DATABASE' })
  await write('0002-bad.sql', `create table ${name}.changed (id integer)`)
  await expect(run()).rejects.toMatchObject({ code: 'SILLAGE_CHANGED_MIGRATION' })
  await write('0004-gap.sql', 'select 1')
  await expect(run()).rejects.toThrow(/without a gap/)
})
