import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { create, extract } from 'tar'
import { expect, test } from 'vitest'
import { aFolder, anEmbedded } from '#kernel/testing/temporary.ts'
import { backup } from './backup.ts'
import { lockDirectory } from './lock.ts'
import { restore } from './restore.ts'

const count = async (url: string) => {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from kept')
  await client.end()
  return rows[0]!.n
}

/** A data directory with a table, a file and an erasure, whose server runs. */
async function anInstallation() {
  const directory = await aFolder()
  const embedded = await anEmbedded({ directory, durable: true })
  const client = new pg.Client(embedded.superuserUrl)
  await client.connect()
  await client.query('create table kept as select n, repeat(md5(n::text), 20) as text from generate_series(1, 20000) n')
  await client.end()
  await mkdir(path.join(directory, 'files'))
  await writeFile(path.join(directory, 'files/portrait'), 'an image')
  await writeFile(path.join(directory, 'erasures.ndjson'), '{"person":1}\n')
  return { directory, embedded }
}

test('a backup made while rows are written holds all that was committed before it ended, and opens elsewhere', { timeout: 120_000 }, async () => {
  const { directory, embedded } = await anInstallation()
  const unlock = await lockDirectory(directory)
  const writer = new pg.Client(embedded.superuserUrl)
  await writer.connect()
  let writing = true
  const written = (async () => {
    while (writing) await writer.query("insert into kept select 0, repeat('x', 500) from generate_series(1, 50)")
  })()
  const archive = await backup({ directory, to: await aFolder(), withDatabase: true })
  writing = false
  await written
  await writer.end()
  await unlock()

  const elsewhere = await aFolder()
  await restore({ archive, directory: elsewhere, replace: false })
  const restored = await anEmbedded({ directory: elsewhere, durable: true })
  const found = await count(restored.superuserUrl)
  expect(found).toBeGreaterThan(20_000)
  expect(found).toBeLessThanOrEqual(await count(embedded.superuserUrl))
  expect(await readFile(path.join(elsewhere, 'files/portrait'), 'utf8')).toBe('an image')
  expect(await readFile(path.join(elsewhere, 'database.key'))).toEqual(await readFile(path.join(directory, 'database.key')))
})

test('a restore replaces only when told, keeps what was there aside, and keeps the erasures made since', { timeout: 120_000 }, async () => {
  const { directory, embedded } = await anInstallation()
  await embedded.stop()
  const archive = await backup({ directory, to: await aFolder(), withDatabase: true })
  await appendFile(path.join(directory, 'erasures.ndjson'), '{"person":2}\n')
  await writeFile(path.join(directory, 'files/portrait'), 'another image')

  await expect(restore({ archive, directory, replace: false })).rejects.toMatchObject({ code: 'SILLAGE_BACKUP' })
  const { aside } = await restore({ archive, directory, replace: true })
  expect(await readFile(path.join(directory, 'files/portrait'), 'utf8')).toBe('an image')
  expect(await readFile(path.join(aside!, 'files/portrait'), 'utf8')).toBe('another image')
  expect(await readFile(path.join(directory, 'erasures.ndjson'), 'utf8')).toBe('{"person":1}\n{"person":2}\n')
  expect(await count((await anEmbedded({ directory, durable: true })).superuserUrl)).toBe(20_000)
})

test('a restore is refused while the product runs', { timeout: 120_000 }, async () => {
  const { directory, embedded } = await anInstallation()
  await embedded.stop()
  const archive = await backup({ directory, to: await aFolder(), withDatabase: true })
  const unlock = await lockDirectory(directory)
  await expect(restore({ archive, directory, replace: true })).rejects.toMatchObject({ code: 'SILLAGE_RUNNING' })
  await unlock()
})

test('a damaged, incomplete or foreign backup changes nothing', { timeout: 120_000 }, async () => {
  const directory = await aFolder()
  await mkdir(path.join(directory, 'files'))
  await writeFile(path.join(directory, 'files/a'), 'one')
  const whole = await backup({ directory, to: await aFolder(), withDatabase: false })
  const [opened, packs, target] = [await aFolder(), await aFolder(), await aFolder()]
  await extract({ file: whole, cwd: opened })
  const packed = async (name: string) => {
    const file = path.join(packs, `${name}.tgz`)
    await create({ file, cwd: opened, gzip: true }, ['.'])
    return file
  }
  await writeFile(path.join(opened, 'files/a'), 'two')
  const changed = await packed('changed')
  await writeFile(path.join(opened, 'files/a'), 'one')
  await writeFile(path.join(opened, 'files/b'), 'more')
  const grown = await packed('grown')
  await writeFile(path.join(opened, 'cut.tgz'), (await readFile(whole)).subarray(0, 100))
  for (const archive of [changed, grown, path.join(opened, 'cut.tgz'), path.join(opened, 'files/a'), '/nowhere.tar.gz']) {
    const restored = restore({ archive, directory: target, replace: false })
    await expect(restored).rejects.toMatchObject({ code: 'SILLAGE_BACKUP' })
  }
  await restore({ archive: whole, directory: target, replace: false })
  expect(await readFile(path.join(target, 'files/a'), 'utf8')).toBe('one')
})
