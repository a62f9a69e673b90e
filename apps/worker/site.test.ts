import { expect, onTestFinished, test } from 'vitest'
import { byPostgres, notifier } from '#kernel/fact/wake.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { settings } from '#modules/settings/module.ts'
import { followSite } from './site.ts'

const world = worldOf(settings)

test('mails say the name that administrators set, as soon as they set it, and that of the configuration once they take it back', async () => {
  const { pools, address, db } = await world()
  const failures: unknown[] = []
  const failed = (error: unknown) => failures.push(error)
  const followed = await followSite({
    bus: byPostgres(address('sillage_worker'), pools.worker, failed), pool: pools.worker,
    configured: { name: 'Sillage', origin: 'https://sillage.example' }, failed,
  })
  onTestFinished(followed.stop)
  const tell = notifier(pools.backOffice, failed)
  const named = async (name: string) => {
    const value = JSON.stringify({ name, tagline: '' })
    await db.insertInto('settings.setting').values({ key: 'settings.site', value, changed_at: new Date() })
      .onConflict((one) => one.column('key').doUpdateSet({ value })).execute()
    tell('public')
  }
  expect(followed.site).toEqual({ name: 'Sillage', origin: 'https://sillage.example' })
  await named('Val d’Aubrière numérique')
  await expect.poll(() => followed.site.name).toBe('Val d’Aubrière numérique')
  await named('')
  await expect.poll(() => followed.site.name).toBe('Sillage')
  expect(failures).toEqual([])
})
