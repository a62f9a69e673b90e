import { join } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { pagesOf } from '#kernel/testing/pages.tsx'
import { anAdministrator, anEntry, world } from '../../fixtures.ts'
import { pages, urls } from './routes.ts'

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../../../..', file)), true)
const as = anAdministrator()

test('an administrator searches the trace, opens a line and finds the anchor', async () => {
  const { db } = await world()
  const person = v7()
  const id = await anEntry(db, { person_id: person, operation: 'parcels.shown', parameters: { parcelId: '4' }, address: '192.0.2.7' })
  await anEntry(db, { operation: 'parcels.other' })
  const { status, html } = await visit(urls.trace({ person }), { as })
  expect(status).toBe(200)
  expect(html).toContain(`href="${urls.entry(id)}"`)
  expect(html).not.toContain('parcels.other')
  expect(html).toContain(`value="${person}"`)
  expect(html).toContain(urls.exported({ person }, 'csv').replaceAll('&', '&amp;'))
  const entry = await visit(urls.entry(id), { as })
  expect(entry.html).toContain('192.0.2.7')
  expect(entry.html).toContain('parcelId')
  expect((await visit(urls.chain(), { as })).html).toContain('npm run audit:verify')
})

test('a filter that is wrong is left out, an entry that is not there is not found', async () => {
  expect((await visit('/journal?target=nothing', { as })).status).toBe(200)
  expect((await visit(urls.entry(v7()), { as })).status).toBe(404)
})

test('nobody else sees a page of the trace', async () => {
  const person = { id: v7(), grants: [], timeZone: 'Europe/Paris' }
  for (const url of [urls.trace(), urls.chain()]) {
    expect((await visit(url, { as: person })).status).toBe(403)
    expect((await visit(url)).status).toBe(303)
  }
})
