import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { makePerson } from '#modules/identity/fixtures.ts'
import { aClient, anImport, anOrganisation, world } from '../fixtures.ts'
import { acceptProposal } from '../operations/accept-proposal.ts'
import { listMyProposals } from '../operations/list-my-proposals.ts'
import { aDirectory } from './scim.fixtures.ts'
import { urn } from './urn.ts'

const unique = () => v7().slice(-10)
const aUser = (name: string, more: object = {}) => ({
  schemas: [urn.user], userName: `${name}@univ.example`, name: { givenName: 'Ada', familyName: 'Martin' }, active: true,
  emails: [{ value: `${name}@univ.example`, type: 'work', primary: true }], ...more,
})
const there = async () => {
  const place = await anOrganisation()
  return { ...place, ...aDirectory(aClient(place.organisationId)) }
}
const placesIn = async (organisationId: string) => (await (await world()).db.selectFrom('organisations.membership as membership')
  .leftJoin('organisations.group as group', 'group.id', 'membership.group_id').select(['membership.role', 'group.name', 'membership.person_id'])
  .where('membership.organisation_id', '=', organisationId).where('membership.source', '=', 'scim').where('membership.ended_at', 'is', null)
  .orderBy('group.name').execute()) as { role: string; name: string | null; person_id: string }[]

test('what the provider can do is said', async () => {
  const { get } = await there()
  const { status, headers, body } = await get('/ServiceProviderConfig')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toMatch(/^application\/scim\+json/)
  expect(body).toMatchObject({ patch: { supported: true }, bulk: { supported: true, maxOperations: 1000 }, filter: { maxResults: 200 }, etag: { supported: true } })
  expect((await get('/ResourceTypes')).body.Resources.map(({ id }: { id: string }) => id)).toEqual(['User', 'Group'])
  expect((await get('/ResourceTypes/User')).body).toMatchObject({ endpoint: '/Users', schema: urn.user })
  expect((await get('/Schemas')).body.totalResults).toBe(3)
  expect((await get(`/Schemas/${urn.enterprise}`)).body).toMatchObject({ id: urn.enterprise })
  expect((await get('/Schemas/none')).status).toBe(404)
})

test('a user is made, read, replaced and taken away; what they have in the organisation follows', async () => {
  const { organisationId, ask, get, post } = await there()
  const name = unique()
  const made = await post('/Users', aUser(name, { externalId: `x-${name}`, password: 'never-kept', roles: [{ value: 'student' }], [urn.enterprise]: { employeeNumber: `e${name}` } }))
  expect(made.status).toBe(201)
  const { id } = made.body
  expect(made.body).toMatchObject({ userName: `${name}@univ.example`, active: true, externalId: `x-${name}`, meta: { resourceType: 'User', version: 'W/"1"' }, schemas: [urn.user, urn.enterprise] })
  expect(made.headers.get('location')).toBe(made.body.meta.location)
  expect(made.headers.get('etag')).toBe('W/"1"')
  expect(JSON.stringify(made.body)).not.toContain('never-kept')
  expect(await placesIn(organisationId)).toMatchObject([{ role: 'student', name: null }])
  expect((await get(`/Users/${id}`, { 'if-none-match': 'W/"1"' })).status).toBe(304)

  const replaced = await ask('PUT', `/Users/${id}`, aUser(name, { roles: [{ value: 'teacher' }] }), { 'if-match': 'W/"1"' })
  expect(replaced.body).toMatchObject({ meta: { version: 'W/"2"' } })
  expect(replaced.body.externalId).toBeUndefined()
  expect(await placesIn(organisationId)).toMatchObject([{ role: 'teacher' }])
  expect(await ask('PUT', `/Users/${id}`, aUser(name), { 'if-match': 'W/"1"' })).toMatchObject({ status: 412, body: { schemas: [urn.error], status: '412' } })

  const { person_id } = (await placesIn(organisationId))[0]!
  expect((await ask('DELETE', `/Users/${id}`, undefined, { 'if-match': 'W/"1"' })).status).toBe(412)
  expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)
  expect((await get(`/Users/${id}`)).status).toBe(404)
  expect(await placesIn(organisationId)).toEqual([])
  // Brought again, they are the same person.
  await post('/Users', aUser(name))
  expect(await placesIn(organisationId)).toMatchObject([{ role: 'member', person_id }])
})

test('PATCH: Entra and Okta ways to write; deactivated, a user keeps no place', async () => {
  const { organisationId, ask, post } = await there()
  const { body: { id } } = await post('/Users', aUser(unique()))
  const patch = (...Operations: object[]) => ask('PATCH', `/Users/${id}`, { schemas: [urn.patch], Operations })
  expect((await patch({ op: 'Replace', path: 'name.familyName', value: 'Durand' })).body).toMatchObject({ name: { familyName: 'Durand', givenName: 'Ada' }, meta: { version: 'W/"2"' } })
  expect((await patch({ op: 'add', value: { title: 'Dr', displayName: 'Ada D.' } })).body).toMatchObject({ title: 'Dr', displayName: 'Ada D.' })
  expect((await patch({ op: 'replace', path: 'emails[type eq "work"].value', value: 'new@univ.example' })).body.emails).toMatchObject([{ value: 'new@univ.example', type: 'work' }])
  expect((await patch({ op: 'add', path: `${urn.enterprise}:department`, value: 'Maths' })).body[urn.enterprise]).toEqual({ department: 'Maths' })
  expect((await patch({ op: 'remove', path: 'title' })).body.title).toBeUndefined()
  expect(await patch({ op: 'Replace', path: 'active', value: 'False' })).toMatchObject({ status: 200, body: { active: false } })
  expect(await placesIn(organisationId)).toEqual([])
  expect((await patch({ op: 'replace', value: { active: true } })).body.active).toBe(true)
  expect(await placesIn(organisationId)).toHaveLength(1)
  expect(await patch({ op: 'replace', path: 'emails[type eq "home"].value', value: 'x@y.fr' })).toMatchObject({ status: 400 })
  expect(await patch({ op: 'replace', path: 'userName', value: '' })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  expect(await patch({ op: 'add', path: '__proto__.polluted', value: 'yes' })).toMatchObject({ status: 400, body: { scimType: 'invalidPath' } })
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect(await patch()).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } })
})

test('filters, pages and attributes', async () => {
  const { get, post } = await there()
  const mark = unique()
  const names = ['anna', 'béa', 'carl_', 'dora%']
  for (const [at, name] of names.entries()) {
    await post('/Users', aUser(`${name}.${mark}`, { displayName: `O'${name}`, active: at !== 1, name: { familyName: `F${at}`, givenName: name }, roles: at === 0 ? [{ value: 'teacher' }] : [] }))
  }
  const found = async (filter: string) => {
    const { status, body } = await get(`/Users?filter=${encodeURIComponent(filter)}`)
    return status === 200 ? body.Resources.map((one: { name: { givenName: string } }) => one.name.givenName) : body.scimType
  }
  const cases: [string, string[] | string][] = [
    [`userName eq "ANNA.${mark}@univ.example"`, ['anna']], ['userName sw "carl_"', ['carl_']], ['userName sw "carl%"', []], [`displayName eq "O'anna"`, ['anna']],
    ['active eq false', ['béa']], ['not (active eq true)', ['béa']], ['name.familyName gt "F1" and active eq true', ['carl_', 'dora%']],
    ['emails[type eq "work" and value co "dora%"]', ['dora%']], ['emails.value co "anna"', ['anna']], ['roles eq "teacher"', ['anna']], ['title pr', []],
    ['(userName co "anna" or userName co "béa") and active eq true', ['anna']], [`${urn.user}:name.givenName eq "anna"`, ['anna']],
    ['meta.created gt "2001-01-01T00:00:00Z"', names], ['meta.created gt "2999-01-01T00:00:00Z"', []], ['nothing eq "x"', []], ['nothing ne "x"', names],
    [`userName eq "x' or 1=1 --"`, []], ['userName eq', 'invalidFilter'], ['active eq "maybe"', 'invalidFilter'], ['meta.created gt "tomorrow"', 'invalidFilter'],
    [`${'('.repeat(30)}active eq true${')'.repeat(30)}`, ['anna', 'carl_', 'dora%']], ['not '.repeat(400), 'invalidFilter'],
  ]
  for (const [filter, expected] of cases) expect([filter, await found(filter)]).toEqual([filter, expected])

  expect((await get('/Users?startIndex=2&count=2')).body).toMatchObject({ totalResults: 4, startIndex: 2, itemsPerPage: 2 })
  expect((await get('/Users?count=0')).body).toMatchObject({ totalResults: 4, itemsPerPage: 0, Resources: [] })
  expect((await get('/Users?startIndex=9')).body).toMatchObject({ totalResults: 4, itemsPerPage: 0 })
  expect((await get('/Users?startIndex=-1&count=-5')).body).toMatchObject({ startIndex: 1, itemsPerPage: 0 })
  expect((await get('/Users?count=lots')).body).toMatchObject({ status: '400', scimType: 'invalidValue' })
  const [only] = (await get(`/Users?count=1&attributes=userName,name.givenName,${urn.user}:active`)).body.Resources
  expect(Object.keys(only).toSorted()).toEqual(['active', 'id', 'meta', 'name', 'schemas', 'userName'])
  expect(only.name).toEqual({ givenName: 'anna' })
  const [less] = (await get('/Users?count=1&excludedAttributes=emails,name.familyName,id')).body.Resources
  expect(less).toMatchObject({ name: { givenName: 'anna' }, id: only.id })
  expect(less.emails).toBeUndefined()
  expect((await get('/Users?attributes=id&excludedAttributes=name')).status).toBe(400)
  const searched = await post('/Users/.search', { schemas: [urn.search], filter: 'active eq false', attributes: ['userName'] })
  expect(searched.body).toMatchObject({ totalResults: 1, Resources: [{ userName: `béa.${mark}@univ.example` }] })
})

test('groups: members enter the group of the organisation and leave it', async () => {
  const { organisationId, ask, get, post } = await there()
  const [one, two] = [(await post('/Users', aUser(unique()))).body.id, (await post('/Users', aUser(unique()))).body.id]
  const made = await post('/Groups', { schemas: [urn.group], displayName: 'L3 Info', externalId: 'g1', members: [{ value: one }] })
  expect(made).toMatchObject({ status: 201, body: { displayName: 'L3 Info', members: [{ value: one, type: 'User' }], meta: { version: 'W/"1"' } } })
  const { id } = made.body
  const inGroup = async () => (await placesIn(organisationId)).filter(({ name }) => name === 'L3 Info').length
  expect(await inGroup()).toBe(1)
  expect((await get(`/Users/${one}`)).body.groups).toMatchObject([{ value: id, display: 'L3 Info' }])
  const patch = (...Operations: object[]) => ask('PATCH', `/Groups/${id}`, { schemas: [urn.patch], Operations })
  expect((await patch({ op: 'add', path: 'members', value: [{ value: two }] })).body.members).toHaveLength(2)
  expect(await inGroup()).toBe(2)
  expect((await patch({ op: 'remove', path: `members[value eq "${one}"]` })).body.members).toMatchObject([{ value: two }])
  expect(await inGroup()).toBe(1)
  expect((await get(`/Groups?filter=${encodeURIComponent(`members.value eq "${two}"`)}&excludedAttributes=members`)).body.Resources).toMatchObject([{ id }])
  expect(await patch({ op: 'add', path: 'members', value: [{ value: v7() }] })).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  expect(await patch({ op: 'add', path: 'members', value: [{ value: id, type: 'Group' }] })).toMatchObject({ status: 400 })
  expect(await post('/Groups', { displayName: 'l3 info' })).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } })
  expect((await ask('DELETE', `/Groups/${id}`)).status).toBe(204)
  expect(await inGroup()).toBe(0)
  expect(await placesIn(organisationId)).toHaveLength(2)
})

test('bulk: references to what comes later, in a circle, and errors that stop', async () => {
  const { organisationId, get, post } = await there()
  const [a, b] = [unique(), unique()]
  const managedBy = (bulkId: string) => ({ [urn.enterprise]: { manager: { value: `bulkId:${bulkId}` } } })
  const { status, body } = await post('/Bulk', { schemas: [urn.bulk], Operations: [
    { method: 'POST', path: '/Groups', bulkId: 'g', data: { displayName: 'Tous', members: [{ value: 'bulkId:a' }, { value: 'bulkId:b' }] } },
    { method: 'POST', path: '/Users', bulkId: 'a', data: aUser(a, managedBy('b')) },
    { method: 'POST', path: '/Users', bulkId: 'b', data: aUser(b, managedBy('a')) },
    { method: 'PATCH', path: '/Users/bulkId:b', data: { Operations: [{ op: 'add', path: 'title', value: 'Cheffe' }] } },
  ] })
  expect(status).toBe(200)
  expect(body.Operations.map((one: { status: string; bulkId?: string }) => [one.bulkId, one.status])).toEqual([['g', '201'], ['a', '201'], ['b', '201'], [undefined, '200']])
  const [group, first, second] = body.Operations.map(({ location }: { location: string }) => location.split('/').at(-1)) as string[]
  const user = async (id: string | undefined) => (await get(`/Users/${id}`)).body
  expect((await user(first))[urn.enterprise].manager.value).toBe(second)
  expect((await user(second))[urn.enterprise].manager.value).toBe(first)
  expect((await get(`/Groups/${group}`)).body.members).toHaveLength(2)
  expect((await placesIn(organisationId)).filter(({ name }) => name === 'Tous')).toHaveLength(2)

  const stopped = await post('/Bulk', { schemas: [urn.bulk], failOnErrors: 1, Operations: [
    { method: 'POST', path: '/Users', bulkId: 'x', data: aUser(a) }, { method: 'DELETE', path: `/Users/${first}` },
  ] })
  expect(stopped.body.Operations).toMatchObject([{ bulkId: 'x', status: '409', response: { schemas: [urn.error], scimType: 'uniqueness' } }])
  expect((await get(`/Users/${first}`)).status).toBe(200)
  const lost = await post('/Bulk', { Operations: [{ method: 'POST', path: '/Groups', bulkId: 'z', data: { displayName: 'Perdus', members: [{ value: 'bulkId:nobody' }] } }] })
  expect(lost.body.Operations).toMatchObject([{ status: '400', response: { scimType: 'invalidValue' } }])
  expect((await post('/Bulk', { Operations: Array.from({ length: 1001 }, () => ({ method: 'DELETE', path: '/Users/x' })) })).status).toBe(413)
  expect((await post('/Bulk', { Operations: [{ method: 'GET', path: '/Users' }] })).status).toBe(400)
})

test('errors are those of RFC 7644', async () => {
  const { get, post, ask } = await there()
  const name = unique()
  await post('/Users', aUser(name))
  expect(await post('/Users', aUser(name.toUpperCase()))).toMatchObject({ status: 409, body: { schemas: [urn.error], status: '409', scimType: 'uniqueness' } })
  expect(await post('/Users', {})).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  expect(await post('/Users', '{ not json')).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } })
  expect(await post('/Users', '[]')).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } })
  expect(await post('/Users', aUser(unique(), { title: 'x'.repeat(1_100_000) }))).toMatchObject({ status: 413 })
  expect(await get('/Users/not-an-identifier')).toMatchObject({ status: 404, body: { status: '404' } })
  expect(await ask('PUT', `/Users/${v7()}`, aUser(name))).toMatchObject({ status: 404 })
  expect((await get('/Things')).status).toBe(404)
})

test('no token, a person, another scope: nothing', async () => {
  const place = await anOrganisation()
  const { actorOf } = await world()
  const nobody = await aDirectory().get('/Users')
  expect(nobody).toMatchObject({ status: 401, body: { schemas: [urn.error] } })
  expect(nobody.headers.get('www-authenticate')).toBe('Bearer')
  // A person's session never opens it: another site could send their cookie.
  expect((await aDirectory(await actorOf(place.manager)).get('/Users')).status).toBe(401)
  const reader = aDirectory(aClient(place.organisationId, ['provisioning:read']))
  expect((await reader.get('/Users')).status).toBe(200)
  expect(await reader.post('/Users', aUser(unique()))).toMatchObject({ status: 403, body: { detail: 'insufficient-scope' } })
  expect((await aDirectory(aClient(place.organisationId, ['bases:write'])).get('/Users')).status).toBe(403)
  const small = { ...aClient(place.organisationId), grants: [{ scope: 'organisation', id: place.organisationId, role: 'member' }] }
  expect((await aDirectory(small).get('/Users')).status).toBe(403)
  const two = { ...aClient(place.organisationId), grants: [place.organisationId, v7()].map((id) => ({ scope: 'organisation', id, role: 'structure-manager' })) }
  expect((await aDirectory(two).get('/Users')).status).toBe(403)
})

test('a directory sees and touches nothing of another organisation', async () => {
  const [one, other] = [await there(), await there()]
  const name = unique()
  const theirs = (await other.post('/Users', aUser(name))).body.id
  const group = (await other.post('/Groups', { displayName: 'Secret', members: [{ value: theirs }] })).body.id
  expect((await one.get('/Users')).body).toMatchObject({ totalResults: 0 })
  expect((await one.get('/Groups')).body).toMatchObject({ totalResults: 0 })
  expect((await one.get(`/Users/${theirs}`)).status).toBe(404)
  expect((await one.ask('PUT', `/Users/${theirs}`, aUser(name))).status).toBe(404)
  expect((await one.ask('PATCH', `/Groups/${group}`, { Operations: [{ op: 'remove', path: 'members' }] })).status).toBe(404)
  expect((await one.ask('DELETE', `/Users/${theirs}`)).status).toBe(404)
  expect((await one.post('/Groups', { displayName: 'Vol', members: [{ value: theirs }] })).status).toBe(400)
  // The same name may stand in both; they are then two people, since neither address is proved.
  expect((await one.post('/Users', aUser(name))).status).toBe(201)
  const people = [...await placesIn(one.organisationId), ...await placesIn(other.organisationId)].map(({ person_id }) => person_id)
  expect(new Set(people).size).toBe(2)
})

test('who has an account is asked; the directory meets those whom a list brought', async () => {
  const { as, db, work } = await world()
  const { organisationId, manager, post, get } = await there()
  const name = unique()
  const known = await makePerson(db, { email: `${name}@univ.example` })
  const { body: { id } } = await post('/Users', aUser(name))
  expect(await placesIn(organisationId)).toEqual([])
  const { proposals } = await as(known).run(listMyProposals, {})
  await as(known).run(acceptProposal, { proposalId: proposals[0]!.id })
  await work()
  expect(await placesIn(organisationId)).toMatchObject([{ person_id: known.id, role: 'member' }])
  expect((await get(`/Users/${id}`)).status).toBe(200)

  const listed = unique()
  await (await anImport({ organisationId, manager }, `identifiant;nom;prénom\n${listed};Le Goff;Yann\n`)).confirm()
  const subject = await db.selectFrom('provisioning.identifier').select('subject_id').where('value', '=', listed).executeTakeFirstOrThrow()
  await post('/Users', aUser(unique(), { externalId: listed.toUpperCase() }))
  const met = await db.selectFrom('provisioning.scim_user').select('subject_id').where('organisation_id', '=', organisationId).orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect(met).toEqual(subject)
})
