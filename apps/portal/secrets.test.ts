import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { aFolder } from '#kernel/testing/temporary.ts'
import { readMasterKeys } from './secrets.ts'

const aKey = () => randomBytes(32).toString('base64')

test('the demonstration makes its key once, even when its processes start together, and only its owner reads it', async () => {
  const settings = { SILLAGE_DATA: join(await aFolder(), 'new'), SILLAGE_MASTER_KEYS: undefined, demonstration: true }
  const all = await Promise.all(Array.from({ length: 4 }, () => readMasterKeys(settings)))
  expect(new Set(all.map(({ current }) => current)).size).toBe(1)
  expect((await readMasterKeys(settings)).current).toBe(all[0]!.current)
  expect((await stat(join(settings.SILLAGE_DATA, 'master.key'))).mode & 0o777).toBe(0o600)
})

test('real people\'s keys come from the environment and have no default; what is wrong is said without being shown', async () => {
  const folder = await aFolder()
  const settings = (SILLAGE_MASTER_KEYS: string | undefined) => ({ SILLAGE_DATA: folder, SILLAGE_MASTER_KEYS, demonstration: false })
  await expect(readMasterKeys(settings(undefined))).rejects
    .toMatchObject({ name: 'ConfigError', message: expect.stringContaining('missing') })
  await expect(readMasterKeys(settings('c2VjcmV0'))).rejects
    .toMatchObject({ name: 'ConfigError', message: expect.not.stringContaining('c2VjcmV0') })
  const [first, second] = [aKey(), aKey()]
  expect((await readMasterKeys(settings(`${first}, ${second}`))).all.size).toBe(2)
  await expect(readFile(join(folder, 'master.key'))).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a damaged key file stops the start: another key would open nothing of what is there', async () => {
  const folder = await aFolder()
  await writeFile(join(folder, 'master.key'), 'damaged')
  await expect(readMasterKeys({ SILLAGE_DATA: folder, SILLAGE_MASTER_KEYS: undefined, demonstration: true }))
    .rejects.toMatchObject({ name: 'ConfigError', message: expect.stringContaining('master.key') })
})
