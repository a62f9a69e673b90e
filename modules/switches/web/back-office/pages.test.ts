import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { anAdministrator, organisation, shout, someone, world } from '../../fixtures.ts'
import { pages, urls } from './routes.ts'

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../../../..', file)), true)
const as = anAdministrator()
const asking = (more: Record<string, string>) => `${urls.turnOff()}?${new URLSearchParams({ feature: 'shouts', ...more }).toString()}`

test('an administrator sees who is concerned, closes, finds it in the list, and opens it again', async () => {
  const student = someone('student')
  const { html } = await visit(asking({ organisation: 'Simone', role: 'student' }), { as })
  expect(html).toContain('Élève · Lycée Simone-Veil')
  expect(html).toMatch(/Une personne est concernée|\d+ personnes sont concernées/)
  const form = { ...formIn(html, 'turnOff'), reason: 'Vague de messages', words: 'En pause', hours: '2' }
  expect(form).toMatchObject({ feature: 'shouts', organisationId: organisation.id, role: 'student' })
  expect(await visit(urls.turnOff(), { as, form })).toMatchObject({ status: 303, location: urls.list() })
  const { as: acting } = await world()
  await expect(acting(student).run(shout, {})).rejects.toMatchObject({ code: 'switches.off' })
  const list = (await visit(urls.list(), { as })).html
  expect(list).toContain('Vague de messages')
  const switchId = /lift=([0-9a-f-]{36})/.exec(list)![1]!
  const asked = await visit(urls.lift(switchId), { as })
  const lifting = { ...formIn(asked.html, 'liftSwitch'), reason: 'C’est fini', held: 'send' }
  expect(await visit(urls.lift(switchId), { as, form: lifting })).toMatchObject({ status: 303, location: urls.list() })
  await acting(student).run(shout, {})
  const after = (await visit(urls.list(), { as })).html
  expect(after).toContain('Rien n’est coupé')
  expect(after).toContain('C’est fini')
})

test('what names nothing is said, and keeps what was typed; a reason is asked', async () => {
  const wrong = (await visit(asking({ organisation: 'Nulle part' }), { as })).html
  expect(wrong).toContain('Aucune organisation ouverte')
  expect(wrong).toContain('value="Nulle part"')
  const form = { ...formIn((await visit(asking({}), { as })).html, 'turnOff'), reason: '', words: 'Mes mots' }
  const refused = await visit(asking({}), { as, form })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('Mes mots')
})

test('signals are plotted, with their numbers beside', async () => {
  const { as: acting, pools } = await world()
  const who = someone()
  await acting(who).run(shout, {})
  await pools.owner.query(`update switches.use set starts_at = starts_at - interval '3 days' where person_id = $1`, [who.id])
  await acting(who).run(shout, {})
  const { html } = await visit(urls.signals('shouts'), { as })
  expect(html).toContain('<polyline')
  expect(html).toContain('Camille Roy')
})

test('nobody else sees these pages', async () => {
  for (const url of [urls.list(), urls.turnOff(), urls.signals()]) {
    expect((await visit(url, { as: someone('teacher') })).status).toBe(403)
    expect((await visit(url)).status).toBe(303)
  }
})
