import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dateIn } from '#kernel/date.ts'
import { v7 } from '#kernel/id.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aDelivery, aJob, anAdministrator, world } from '../../fixtures.ts'
import { pages, urls } from './routes.ts'

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../../../..', file)), true)
const as = anAdministrator()

test('an administrator finds a job that failed and asks for it again', async () => {
  const { db } = await world()
  const executionId = await aJob(db, { data: { parcelId: 'a' }, error: 'MailError 550' })
  await aJob(db, { state: 'done' })
  const list = await visit(urls.jobs({ state: 'failed' }), { as })
  expect(list.html).toContain(`href="${urls.job(executionId)}"`)
  expect(list.html).toContain('MailError 550')
  expect(list.html).not.toContain('réussie</p>')
  const { html } = await visit(urls.job(executionId), { as })
  const form = formIn(html, 'retryJob')
  expect(await visit(urls.job(executionId), { as, form })).toMatchObject({ status: 303 })
  const after = (await visit(urls.job(executionId), { as })).html
  expect(after).toContain('Relance demandée')
  expect(after).not.toContain('value="retryJob"')
})

test('a delivery that failed is tried again from its page', async () => {
  const { db } = await world()
  const factId = await aDelivery(db)
  const { html } = await visit(urls.deliveries(), { as })
  const form = formIn(html, 'retryDelivery')
  expect(form).toMatchObject({ factId, reaction: 'parcels.weigh' })
  expect(await visit(urls.deliveries(), { as, form })).toMatchObject({ status: 303 })
})

test('health says each part in words, and figures are plotted with their numbers beside', async () => {
  const { db } = await world()
  const health = (await visit(urls.health(), { as })).html
  expect(health).toContain('Processus de fond')
  expect(health).toContain('à réparer')
  expect((await visit(urls.figures(), { as })).html).toContain('deux relevés')
  const weekAgo = dateIn(new Date(Date.now() - 7 * 86_400_000))
  await db.insertInto('supervision.figure').values({ name: 'people', day: weekAgo, value: 1200 }).execute()
  const figures = (await visit(urls.figures('month'), { as })).html
  expect(figures).toMatch(/role="img"[^]*<svg/)
  expect(figures).toContain('<polyline')
  expect(figures).toMatch(/<td data-label="Nombre">1.200<\/td>/)
  expect(figures).not.toContain('style=')
})

test('nobody else sees a page of the supervision', async () => {
  const person = { id: v7(), grants: [], timeZone: 'Europe/Paris' }
  for (const url of [urls.jobs(), urls.deliveries(), urls.health(), urls.figures()]) {
    expect((await visit(url, { as: person })).status).toBe(403)
    expect((await visit(url)).status).toBe(303)
  }
  expect((await visit(urls.job(v7()), { as })).status).toBe(404)
})
