import { expect, test } from 'vitest'
import { served } from '#modules/files/fixtures.ts'
import { aResource, world } from '../fixtures.ts'
import { findResources } from '../operations/find-resources.ts'

const readingOf = async (address: string, resourceId: string, cookie?: string) => {
  const headers = { origin: 'http://localhost:3000', ...cookie ? { cookie } : {} }
  const response = await fetch(`${address}/api/resources/${resourceId}/views`, { method: 'POST', headers })
  return { status: response.status, cookie: response.headers.get('set-cookie')?.split(';')[0] }
}

test('a reading counts once in two hours for one browser, and leaves no name', async () => {
  const there = await world()
  const address = await served(there)
  const { resourceId } = await aResource({ published: true, title: 'Lue et relue' })
  const { status, cookie } = await readingOf(address, resourceId)
  expect(status).toBe(204)
  await readingOf(address, resourceId, cookie)
  const views = async () => (await there.as().run(findResources, { text: 'lue', sort: 'views' })).resources[0]?.views
  expect(await views()).toBe(1)
  await there.db.updateTable('bases.view').set({ at: new Date(Date.now() - 3 * 3_600_000).toISOString() }).execute()
  await readingOf(address, resourceId, cookie)
  expect(await views()).toBe(2)
})

test('what one may not read is not counted', async () => {
  const there = await world()
  const address = await served(there)
  const draft = await aResource()
  expect(await readingOf(address, draft.resourceId)).toEqual({ status: 404, cookie: undefined })
})
