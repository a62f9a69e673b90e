import { pino } from 'pino'
import { v7 } from '#kernel/id.ts'
import { afterAll, expect, test } from 'vitest'
import { people } from '#demo/world/people.ts'
import { readConfig } from '#kernel/config.ts'
import { mountRaw } from '#kernel/http/mount.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { readSession } from '#modules/identity/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { demo } from '../module.ts'
import { listPeople } from './list-people.ts'

const world = worldOf(demo)
const origin = 'https://sillage.example'
let app: Awaited<ReturnType<typeof createServer>> | undefined
afterAll(() => app?.close())

const post = async (form: Record<string, string>, from = origin) => {
  if (!app) {
    app = await createServer({
      config: readConfig({ SILLAGE_ORIGIN: origin, SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@b.fr' }), log: pino({ level: 'silent' }),
      sentences: {}, readActor: async () => visitor,
    })
    mountRaw(app, (await world()).engine, demo.raw)
  }
  return app.inject({
    method: 'POST', url: '/demonstration/sign-in', payload: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: from },
  })
}
const [nadia, marcel] = [people.find((one) => one.key === 'nadia')!, people.find((one) => one.key === 'marcel')!]

test('anyone sees the named people who are there, with what to try, and which of them one is', async () => {
  const { as, db } = await world()
  expect(await as().run(listPeople, {})).toEqual({ people: [] })
  await makePerson(db, { email: 'stranger@example.org' })
  const him = await makePerson(db, { email: marcel.email })
  const her = await makePerson(db, { email: nadia.email })
  const list = await as(her).run(listPeople, {})
  expect(list.people).toMatchObject([
    { personId: her.id, key: 'nadia', name: 'Nadia Cherkati', title: nadia.title, pitch: nadia.pitch, isMe: true },
      { personId: him.id, isMe: false },
  ])
})

test('one enters as a named person, and goes on inside this site', async () => {
  const { pools, modules: mounted, as } = await world()
  const { people: [one] } = await as().run(listPeople, {})
  const answer = await post({ personId: one!.personId, returnTo: '/ressources' })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toBe('/ressources')
  expect(await readSession(pools.portal, mounted, String(answer.headers['set-cookie']).split(';')[0])).toMatchObject({
    id: one!.personId, session: { method: 'demonstration' },
  })
  expect((await post({ personId: one!.personId, returnTo: '//evil.example' })).headers.location).toBe('/')
})

test('nobody enters as a person of their own making, as nobody, or from another site', async () => {
  const { db, as } = await world()
  const stranger = await makePerson(db)
  for (const personId of [stranger.id, v7()]) {
    const answer = await post({ personId })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect((await post({ personId: 'nadia' })).statusCode).toBe(422)
  const { people: [one] } = await as().run(listPeople, {})
  expect((await post({ personId: one!.personId }, 'https://evil.example')).statusCode).toBe(403)
})
