import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import type { World } from '#kernel/testing/world.ts'
import { shownAt } from './announcement.ts'
import { anAdministrator, world } from './fixtures.ts'
import { changeSetting } from './operations/back-office/change-setting.ts'
import { listSettings } from './operations/back-office/list-settings.ts'
import { showSetting } from './operations/back-office/show-setting.ts'
import { undoSettingChange } from './operations/back-office/undo-setting-change.ts'
import { announcement, inactivity, site } from './platform.ts'
import { followSettings, setting } from './read.ts'
import { declareSetting } from './setting.ts'

const contextOf = ({ engine }: World) => engine.context({ actor: anAdministrator(), origin: { request: 'test' } })
const words = (text: string) => ({ text, level: 'warning', from: null, to: null })
const key = announcement.key

test('a setting holds its default, then what an administrator set, then what it held before', async () => {
  const the = await world()
  const admin = the.as(anAdministrator())
  expect(await setting(contextOf(the), announcement)).toEqual(announcement.initial)
  expect(await admin.run(changeSetting, { key, values: words('Travaux'), reason: 'Maintenance' }, { version: 0 })).toEqual({ version: 1 })
  await admin.run(changeSetting, { key, values: words('Travaux ce soir'), reason: 'Plus précis' }, { version: 1 })
  expect(await setting(contextOf(the), announcement)).toEqual(words('Travaux ce soir'))
  const { output, can } = await admin.answer(showSetting, { key })
  expect(can).toEqual({ changeSetting: true, undoSettingChange: true })
  expect(output.history).toMatchObject([
    { reason: 'Plus précis', before: { text: 'Travaux' }, after: { text: 'Travaux ce soir' }, isUndo: false }, { reason: 'Maintenance', before: null },
  ])
  const [second, first] = output.history
  await admin.run(undoSettingChange, { key, changeId: second!.id, reason: 'Trop long' }, { version: 2 })
  expect(await setting(contextOf(the), announcement)).toEqual(words('Travaux'))
  await admin.run(undoSettingChange, { key, changeId: first!.id, reason: 'C’est fini' }, { version: 3 })
  expect(await setting(contextOf(the), announcement)).toEqual(announcement.initial)
  const after = await admin.run(showSetting, { key })
  expect(after).toMatchObject({ version: 4, isDefault: true })
  expect(after.history.map((change) => change.isUndo)).toEqual([true, true, false, false])
  await expect(admin.run(undoSettingChange, { key, changeId: first!.id, reason: 'Encore' }, { version: 4 }))
    .rejects.toMatchObject({ code: 'settings.unchanged' })
})

test('who changes what somebody else changed meanwhile is told; at once, one of two wins', async () => {
  const { as } = await world()
  const change = (version: number, name: string) => as(anAdministrator())
    .run(changeSetting, { key: site.key, values: { name, tagline: '' }, reason: 'Nom' }, { version })
  const outcomes = await Promise.allSettled([change(0, 'Un'), change(0, 'Deux')])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(change(0, 'Trois')).rejects.toMatchObject({ code: 'stale', details: { version: 1 } })
})

test('values that break the rules are refused by their field, and a former value too', async () => {
  const { as, db } = await world()
  const admin = as(anAdministrator())
  const change = (values: object) => admin.run(changeSetting, { key: inactivity.key, values: { ...inactivity.initial, ...values }, reason: 'x' }, { version: 0 })
  await expect(change({ deletionAfter: 1 })).rejects.toMatchObject({ status: 422, issues: [{ field: 'deletionAfter', code: 'too_small', limit: 90 }] })
  await expect(change({ isOn: 'maybe' })).rejects.toMatchObject({ issues: [{ field: 'isOn' }] })
  await change({ deletionAfter: 400 })
  const [first] = (await admin.run(showSetting, { key: inactivity.key })).history
  await db.updateTable('settings.change').set({ before: JSON.stringify({ deletionAfter: 'never' }) }).where('id', '=', first!.id).execute()
  await expect(admin.run(undoSettingChange, { key: inactivity.key, changeId: first!.id, reason: 'x' }, { version: 1 }))
    .rejects.toMatchObject({ code: 'settings.former-value-invalid' })
})

test('a stored value that no longer fits its rules is left for the default', async () => {
  const the = await world()
  await the.db.insertInto('settings.setting').values({ key: 'settings.old', value: '{"n": "x"}', version: 1, changed_at: new Date() }).execute()
  const old = declareSetting({ ...inactivity, key: 'settings.old' })
  expect(await setting(contextOf(the), old)).toEqual(inactivity.initial)
})

test('only an administrator reads or changes settings; one that does not exist is not found', async () => {
  const { as } = await world()
  const someone = { id: v7(), grants: [{ scope: 'platform', id: '', role: 'moderator' }], timeZone: 'Europe/Paris' }
  const values = { name: 'X', tagline: '' }
  for (const [who, status] of [[someone, 403], [undefined, 401]] as const) {
    await expect(as(who).run(listSettings, {})).rejects.toMatchObject({ status })
    await expect(as(who).run(showSetting, { key })).rejects.toMatchObject({ status })
    await expect(as(who).run(changeSetting, { key: site.key, values, reason: 'x' }, { version: 0 })).rejects.toMatchObject({ status })
  }
  const admin = as(anAdministrator())
  await expect(admin.run(showSetting, { key: 'no.such' })).rejects.toMatchObject({ status: 404 })
  await expect(admin.run(changeSetting, { key: 'no.such', values, reason: 'x' }, { version: 0 })).rejects.toMatchObject({ status: 404 })
  await expect(admin.run(undoSettingChange, { key, changeId: v7(), reason: 'x' }, { version: 0 })).rejects.toMatchObject({ status: 404 })
  const [change] = (await admin.run(showSetting, { key })).history
  const undo = { key, changeId: change!.id, reason: 'x' }
  await expect(as(someone).run(undoSettingChange, undo, { version: 4 })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(undoSettingChange, undo, { version: 4 })).rejects.toMatchObject({ status: 401 })
  expect((await admin.run(listSettings, {})).settings.map((one) => one.key)).toContain(key)
})

test('the portal reads the settings and cannot change them', async () => {
  const { pools } = await world()
  await pools.portal.query('select from settings.setting')
  for (const text of ['update settings.setting set version = 2', 'select from settings.change', `insert into settings.setting values ('x', null, 1, now())`]) {
    await expect(pools.portal.query(text)).rejects.toThrow(/permission denied/)
  }
})

test('an announcement shows from its first day to its last, as Paris counts days', () => {
  const one = { text: 'Travaux', level: 'info' as const, from: '2026-03-10', to: '2026-03-11' }
  const shown = (at: string) => shownAt(one, new Date(at)) !== undefined
  expect(['2026-03-09T22:59:00Z', '2026-03-09T23:00:00Z', '2026-03-11T22:59:00Z', '2026-03-11T23:00:00Z'].map(shown)).toEqual([false, true, true, false])
  expect(shownAt({ ...one, text: '' }, new Date('2026-03-10T12:00:00Z'))).toBeUndefined()
  expect(shownAt({ ...one, from: null, to: null }, new Date())).toEqual({ text: 'Travaux', level: 'info' })
})

// Last: from here on this process keeps what it reads.
test('a process that follows reads once, and again after a notice; while notices may be lost it keeps nothing', async () => {
  const the = await world()
  const follower = followSettings()
  const context = contextOf(the)
  const name = async () => (await setting(context, site)).name
  const write = (value: string) => the.db.updateTable('settings.setting').set({ value: JSON.stringify({ name: value, tagline: '' }) })
    .where('key', '=', site.key).execute()
  await write('Un')
  expect(await name()).toBe('Un')
  follower.resume()
  expect(await name()).toBe('Un')
  await write('Deux')
  expect(await name()).toBe('Un')
  follower.changed()
  expect(await name()).toBe('Deux')
  follower.pause()
  await write('Trois')
  expect(await name()).toBe('Trois')
})
