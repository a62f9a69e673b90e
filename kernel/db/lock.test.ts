import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '#kernel/testing/temporary.ts'
import { lockDirectory, lockHolder } from './lock.ts'

test('a directory is locked once, by name, until it is given back', async () => {
  const directory = await aFolder()
  const unlock = await lockDirectory(directory, 'A backup')
  expect(await lockHolder(directory)).toEqual({ pid: process.pid, as: 'A backup' })
  await expect(lockDirectory(directory)).rejects.toMatchObject({
    code: 'SILLAGE_RUNNING', message: `A backup (process ${process.pid})`,
  })
  await unlock()
  expect(await lockHolder(directory)).toBeUndefined()
  await (await lockDirectory(directory))()
})

test('the lock of a process that ended, or whose number another one got, is taken over', async () => {
  const directory = await aFolder()
  for (const left of ['99999999 1 Sillage', `${process.pid} 1 Sillage`, '', 'unreadable']) {
    await writeFile(path.join(directory, 'running'), left)
    await (await lockDirectory(directory))()
  }
})
