import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aClient, aMember, anOrganisation, world } from '../fixtures.ts'
import { allowDepartures } from '../operations/directory/allow-departures.ts'
import { listImports } from '../operations/list-imports.ts'
import { mostDepartures } from './departures.ts'
import { aDirectory } from './scim.fixtures.ts'

const aUser = (name: string) => ({ userName: name, name: { givenName: 'Ada', familyName: name }, active: true })

test('ten may always leave, then a tenth', () => {
  expect([0, 50, 100, 119, 5000].map(mostDepartures)).toEqual([10, 10, 10, 11, 500])
})

test('a directory that empties itself is stopped, whichever way it does, until a person allows it', async () => {
  const { as, db } = await world()
  const { organisationId, manager } = await anOrganisation()
  const client = aClient(organisationId)
  const { ask, post } = aDirectory(client)
  const mark = v7().slice(-6)
  const { body } = await post('/Bulk', { Operations: Array.from({ length: 14 }, (_, at) => ({ method: 'POST', path: '/Users', bulkId: `u${at}`, data: aUser(`${mark}${at}`) })) })
  const ids: string[] = body.Operations.map(({ location }: { location: string }) => location.split('/').at(-1))
  const shown = async () => (await as(manager).run(listImports, { organisationId })).directory
  expect(await shown()).toMatchObject({ users: 14, departures: 0, isStopped: false })
  for (const id of ids.slice(0, 5)) expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)
  // Deactivated, then taken away: one departure.
  const off = { Operations: [{ op: 'replace', path: 'active', value: false }] }
  for (const id of ids.slice(5, 10)) expect((await ask('PATCH', `/Users/${id}`, off)).status).toBe(200)
  expect((await ask('DELETE', `/Users/${ids[5]!}`)).status).toBe(204)
  expect(await shown()).toMatchObject({ departures: 10, isStopped: true, allowedUntil: null })
  expect(await ask('DELETE', `/Users/${ids[10]!}`)).toMatchObject({ status: 403, body: { status: '403', detail: expect.stringContaining('tenth') } })
  expect((await ask('PATCH', `/Users/${ids[10]!}`, off)).status).toBe(403)
  const bulk = await post('/Bulk', { Operations: ids.slice(10).map((id) => ({ method: 'DELETE', path: `/Users/${id}` })) })
  expect(bulk.body.Operations.map(({ status }: { status: string }) => status)).toEqual(['403', '403', '403', '403'])
  // All else goes on.
  expect((await ask('PUT', `/Users/${ids[10]!}`, { ...aUser(`${mark}10`), title: 'Docteure' })).status).toBe(200)
  expect((await post('/Users', aUser(`${mark}new`))).status).toBe(201)

  const { id: student } = await aMember(organisationId, 'student')
  await expect(as(client).run(allowDepartures, { organisationId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as({ id: student }).run(allowDepartures, { organisationId })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(as(await makePerson(db)).run(allowDepartures, { organisationId })).rejects.toMatchObject({ code: 'not-found' })
  await as(manager).run(allowDepartures, { organisationId })
  expect(await shown()).toMatchObject({ isStopped: false, allowedUntil: expect.any(String) })
  for (const id of ids.slice(10)) expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)

  // The next day the count begins again, and what was allowed is over.
  await db.updateTable('provisioning.directory').set({ window_start: '2020-01-01T00:00:00Z', allowed_until: '2020-01-02T00:00:00Z' }).where('organisation_id', '=', organisationId).execute()
  const { body: { id } } = await post('/Users', aUser(`${mark}last`))
  expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)
  expect(await shown()).toMatchObject({ departures: 1, isStopped: false })
})
