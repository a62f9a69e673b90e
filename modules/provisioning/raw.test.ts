import { afterAll, expect, test } from 'vitest'
import { readConfig } from '#kernel/config.ts'
import { createLog } from '#kernel/http/log.ts'
import { mountOperations, mountRaw } from '#kernel/http/mount.ts'
import { openApi } from '#kernel/http/openapi.ts'
import { createServer } from '#kernel/http/server.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import { operationsOf, sentencesOf } from '#kernel/operation/module.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aClient, aGroup, aMember, anImport, anOrganisation, heading, members, people, unique, world } from './fixtures.ts'
import { provisioning } from './module.ts'

const actors = new Map<string, Actor>()
let address: Promise<string> | undefined
const serve = async () => {
  const { engine, modules } = await world()
  const readActor = async ({ headers }: { headers: { authorization?: string } }) => actors.get(headers.authorization ?? '') ?? visitor
  const app = await createServer({ config: readConfig({ SILLAGE_DEMONSTRATION: '1', SILLAGE_RATE_LIMIT: '100000' }), log: createLog('silent'), readActor, sentences: sentencesOf(modules) })
  mountOperations(app, engine, operationsOf(modules))
  mountRaw(app, engine, modules.flatMap((one) => one.raw))
  afterAll(() => app.close())
  return app.listen({ port: 0, host: '127.0.0.1' })
}

/** What a program with this token asks of the API. */
const asking = (actor?: Actor) => {
  const token = `Bearer ${Math.random()}`
  if (actor) actors.set(token, actor)
  return async (method: string, path: string, body?: string, type = 'text/csv') => {
    const response = await fetch(`${await (address ??= serve())}${path}`, {
      method, headers: { ...actor && { authorization: token }, ...body !== undefined && { 'content-type': type } }, ...body !== undefined && { body },
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text.startsWith('{') ? JSON.parse(text) : undefined }
  }
}
const lists = (organisationId: string) => `/api/organisations/${organisationId}/imports/list`

test('a program sends a list, asks what it would do, has it done, and reads the report', async () => {
  const { work } = await world()
  const { organisationId } = await anOrganisation()
  const ask = asking(aClient(organisationId))
  const mark = unique()
  const sent = await ask('POST', `${lists(organisationId)}?name=classe.csv&role=teacher&mode=add`, `${heading}${people(2, mark)}\n${mark}9;;Bob;;;\n`)
  expect(sent).toMatchObject({ status: 202, body: { importId: expect.any(String) } })
  const here = sent.headers.get('location')!
  expect(here).toBe(`/api/imports/${sent.body.importId}`)
  expect((await ask('GET', here)).body).toMatchObject({ state: 'reading', fileName: 'classe.csv', role: 'teacher' })
  await work()
  expect((await ask('GET', here)).body).toMatchObject({ state: 'ready', separator: ';', verdicts: { create: 2, invalid: 1 }, can: { confirmImport: true } })
  expect((await ask('POST', `${here}/confirmation`, '{}', 'application/json')).status).toBe(200)
  await work()
  expect((await ask('GET', here)).body).toMatchObject({ state: 'done', outcomes: { created: 2, failed: 0 }, quarantine: 1 })
  expect((await ask('GET', `${here}/report?rows=quarantine`)).body.rows).toMatchObject([{ line: 4, code: 'required', cells: { studentId: `${mark}9` } }])
  expect(await members(organisationId)).toHaveLength(2)
  const document = openApi([provisioning], { title: 'x', version: '1', origin: 'https://x.example' })
  expect(Object.keys(document.paths)).toEqual(expect.arrayContaining(['/api/imports/{importId}', '/api/imports/{importId}/confirmation', '/api/imports/{importId}/report']))
})

test('who may not send a list does not; a form is no list', async () => {
  const { db, actorOf } = await world()
  const { organisationId, manager } = await anOrganisation()
  const send = async (actor: Actor | undefined, type?: string) => (await asking(actor)('POST', lists(organisationId), heading + people(1, unique()), type)).status
  expect(await send(undefined)).toBe(404)
  expect(await send(await actorOf(await makePerson(db)))).toBe(404)
  expect(await send(aClient((await anOrganisation()).organisationId))).toBe(404)
  expect(await send(await actorOf(await aMember(organisationId, 'student')))).toBe(403)
  expect(await send(aClient(organisationId, ['provisioning:read']))).toBe(403)
  expect(await send(await actorOf(manager), 'multipart/form-data; boundary=x')).toBe(415)
  expect(await send(await actorOf(manager))).toBe(202)
})

test('a programme manager sends for a group of theirs; a group of another organisation is not known', async () => {
  const { actorOf } = await world()
  const [{ organisationId, manager }, other] = [await anOrganisation(), await anOrganisation()]
  const [mine, theirs, far] = [await aGroup(organisationId, 'Licence'), await aGroup(organisationId, 'Master'), await aGroup(other.organisationId, 'Loin')]
  const programme = asking(await actorOf(await aMember(organisationId, 'programme-manager', mine)))
  const send = async (ask: ReturnType<typeof asking>, groupId: string) => (await ask('POST', `${lists(organisationId)}?groupId=${groupId}`, heading + people(1, unique()))).status
  expect([await send(programme, mine), await send(programme, theirs), await send(asking(await actorOf(manager)), far)]).toEqual([202, 403, 422])
})

test('rows in quarantine are a list that can be corrected and sent again', async () => {
  const { actorOf } = await world()
  const place = await anOrganisation()
  const ask = asking(await actorOf(place.manager))
  const mark = unique()
  const { importId } = await anImport(place, `${heading}${people(2, mark)}\n${mark}9;;Bob;bob.${mark}@example.org;étudiant;L3\n`)
  const { text, headers } = await ask('GET', `/imports/${importId}/report.csv?rows=quarantine`)
  expect(headers.get('content-disposition')).toContain('quarantaine-')
  expect(text.trim().split('\r\n')).toHaveLength(2)
  const again = await anImport(place, text.replace('"";"Bob"', '"Durand";"Bob"'))
  expect(await again.show()).toMatchObject({ encoding: 'utf-8', verdicts: { create: 1, invalid: 0 } })
})
