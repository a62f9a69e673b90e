import { expect, test } from 'vitest'
import { store } from '#modules/files/api.ts'
import { system } from '#kernel/operation/actor.ts'
import { temporaryStorage } from '#modules/files/fixtures.ts'
import { aPerson, world } from '../fixtures.ts'
import { setPortrait } from './set-portrait.ts'
import { showMe } from './show-me.ts'
import { updateProfile } from './update-profile.ts'

temporaryStorage()
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const aPicture = async (uploadedBy: string, name = 'moi.png', bytes = pixel) => {
  const { engine } = await world()
  return store(engine.context({ actor: system, origin: { request: 'test' } }), { name, bytes, uploadedBy })
}

test('a portrait is seen by those who may see the profile, from the same instant, and is an image', async () => {

  const { as, db } = await world()
  const [person, stranger] = [await aPerson({ isPublic: true }), await aPerson()]
  const { run } = as(person)
  const fileId = await aPicture(person.id)
  const keys = async () => (await db.selectFrom('files.reference').select('principals').where('file_id', '=', fileId).execute()).map((row) => row['principals'])
  await expect(as(stranger).run(setPortrait, { fileId })).rejects.toMatchObject({ code: 'files.unknown' })
  await expect(as().run(setPortrait, { fileId })).rejects.toMatchObject({ status: 401 })
  await run(setPortrait, { fileId })
  expect(await run(showMe, {})).toMatchObject({ portraitFileId: fileId })
  expect(await keys()).toEqual([['public']])
  const me = await run(showMe, {})
  const said = { firstName: 'Ada', lastName: 'Martin', title: '', location: '', department: '', about: '', timeZone: 'Europe/Paris' as const }
  await run(updateProfile, { ...said, isPublic: false }, { version: me.version })
  expect(await keys()).toEqual([[`person:${person.id}`]])
  await run(setPortrait, { fileId: null })
  expect(await keys()).toEqual([])
  const words = await aPicture(person.id, 'mots.txt', Buffer.from('bonjour'))
  await expect(run(setPortrait, { fileId: words })).rejects.toMatchObject({ code: 'identity.not-an-image' })
})
