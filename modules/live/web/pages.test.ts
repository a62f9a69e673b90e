import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { aPerson, world } from '../fixtures.ts'
import { listUnreadMessages } from '../operations/back-office/list-unread-messages.ts'
import { pages as staffPages, urls as staffUrls } from './back-office/routes.ts'
import { fr } from './fr.ts'
import { pages, urls } from './routes.ts'

const load = (file: string) => import(join(import.meta.dirname, '../../..', file))
const visit = pagesOf(world, pages, load)
const visitStaff = pagesOf(world, staffPages, load, true)
const staff = (role: string): Actor => ({ id: v7(), grants: [{ scope: 'platform', id: '', role }], timeZone: 'Europe/Paris' })

test('a person shows that they are there, then no longer; a visitor is asked to sign in', async () => {
  const ada = await aPerson()
  const here = urls.presence()
  expect(await visit(here)).toMatchObject({ status: 303 })
  const first = (await visit(here, { as: ada })).html
  expect(first).toContain(fr.presence.hidden)
  expect(await visit(here, { as: ada, form: formIn(first, 'setPresence') })).toMatchObject({ status: 303 })
  const then = (await visit(here, { as: ada })).html
  expect(then).toContain(fr.presence.hide)
  expect(await visit(here, { as: ada, form: formIn(then, 'setPresence') })).toMatchObject({ status: 303 })
  expect((await visit(here, { as: ada })).html).toContain(fr.presence.show)
})

test('administrators see what nobody acknowledged, in numbers; others do not', async () => {
  const { db, as } = await world()
  const people = await Promise.all(Array.from({ length: 3 }, aPerson))
  const ids = people.map(({ id }) => id)
  const [asked, quiet, read] = [v7(), v7(), v7()]
  const tell = (id: string, asks: boolean) => sql`select live.signal(${ids}::uuid[], ${id}::uuid, now() - interval '1 hour', 'tests.told',
    'UPDATE', 'SYSTEM', 'HIGH', null, null, null, ${asks}, null)`.execute(db)
  for (const [id, asks] of [[read, true], [asked, true], [quiet, false]] as const) await tell(id, asks)
  const acknowledge = (some: string[], seq: number) => sql`insert into live.acknowledgement
    select person, gen_random_uuid(), ${seq}, now() from unnest(${some}::uuid[]) as person`.execute(db)
  await acknowledge(ids.slice(0, 2), 1)
  await acknowledge(ids.slice(2), 3)
  const { messages } = await as(staff('administrator')).run(listUnreadMessages, {})
  // Two listen and never said that they have it.
  expect(messages).toMatchObject([{ id: asked, people: 3, waiting: 2, failed: 2 }])
  expect((await visitStaff(staffUrls.messages(), { as: staff('administrator') })).html).toContain(asked)
  await expect(as(staff('moderator')).run(listUnreadMessages, {})).rejects.toMatchObject({ status: 403 })
  await expect(as().run(listUnreadMessages, {})).rejects.toMatchObject({ status: 401 })
})
