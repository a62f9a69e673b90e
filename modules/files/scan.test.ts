import { Readable } from 'node:stream'
import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { attach, receive } from './api.ts'
import { contextOf, temporaryStorage, world } from './fixtures.ts'
import { scanAllHeld } from './scan.ts'

const seen: string[] = []
let answers = true
temporaryStorage({ scan: async (bytes) => {
  if (!answers) throw new Error('out of reach')
  const text = String((await bytes.toArray())[0])
  seen.push(text)
  return text.includes('virus') ? 'infected' : 'clean'
} })
const ada = { id: v7() }
const send = async (text: string) =>
  receive(await contextOf(await world(), ada), { name: 'a.txt', stream: Readable.from([Buffer.from(text)]), purpose: 'file' })
const stateOf = async (text: string) => {
  const { db } = await world()
  return db.selectFrom('files.file').select(['state', 'refusal']).where('size', '=', text.length).executeTakeFirst()
}

test('an infected file is refused and cannot be read, a clean one is ready', async () => {
  await expect(send('a virus')).rejects.toMatchObject({ code: 'files.infected' })
  expect(await stateOf('a virus')).toEqual({ state: 'refused', refusal: 'files.infected' })
  await send('clean')
  expect(await stateOf('clean')).toEqual({ state: 'ready', refusal: null })
  expect(seen).toEqual(['a virus', 'clean'])
})

test('while the scanner does not answer the file is held, and shown by nothing; the job asks again', async () => {
  const context = await contextOf(await world(), ada)
  answers = false
  const { fileId } = await send('not yet known')
  expect(await stateOf('not yet known')).toEqual({ state: 'held', refusal: null })
  await expect(attach(context, { fileId, holder: 'test.thing:1', principals: ['public'] })).rejects.toMatchObject({ code: 'files.held' })
  await expect(scanAllHeld(context)).rejects.toThrow(/scanner/)
  answers = true
  expect(await scanAllHeld(context)).toEqual({ clean: 1, infected: 0 })
  await attach(context, { fileId, holder: 'test.thing:1', principals: ['public'] })
  expect(await stateOf('not yet known')).toEqual({ state: 'ready', refusal: null })
})
