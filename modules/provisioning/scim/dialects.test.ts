import { v7 } from '#kernel/id.ts'
import { expect, test } from 'vitest'
import { aClient, anOrganisation } from '../fixtures.ts'
import { aDirectory } from './scim.fixtures.ts'
import { urn } from './urn.ts'

const unique = () => v7().slice(-10)
const aUser = (name: string, more: object = {}) => ({
  schemas: [urn.user], userName: `${name}@univ.example`, name: { givenName: 'Ada', familyName: 'Martin' }, active: true, externalId: name,
  emails: [{ value: `${name}@univ.example`, type: 'work', primary: true }], ...more,
})
const there = async () => aDirectory(aClient((await anOrganisation()).organisationId))

test('Entra: paths that are not there yet, names with a dot, attributes that are not kept, a manager as text', async () => {
  const { ask, post } = await there()
  const boss = (await post('/Users', aUser(unique()))).body.id
  const { body: { id } } = await post('/Users', aUser(unique(), { emails: [] }))
  const patch = (...Operations: object[]) => ask('PATCH', `/Users/${id}`, { schemas: [urn.patch], Operations })
  expect(await patch({ op: 'Add', path: 'emails[type eq "work"].value', value: 'ada@univ.example' })).toMatchObject({ status: 200, body: { emails: [{ type: 'work', value: 'ada@univ.example' }] } })
  expect(await patch({ op: 'Add', path: 'roles', value: [{ primary: 'False', display: 'Enseignante', value: 'teacher', type: 'WindowsAzureActiveDirectoryRole' }] }))
    .toMatchObject({ status: 200, body: { roles: [{ value: 'teacher', primary: false }] } })
  expect(await patch({ op: 'Replace', value: { 'name.familyName': 'Durand', displayName: 'Ada Durand', [`${urn.enterprise}:department`]: 'Lettres' } }))
    .toMatchObject({ status: 200, body: { name: { familyName: 'Durand', givenName: 'Ada' }, displayName: 'Ada Durand', [urn.enterprise]: { department: 'Lettres' } } })
  expect(await patch({ op: 'Add', path: `${urn.enterprise}:manager`, value: boss })).toMatchObject({ status: 200, body: { [urn.enterprise]: { manager: { value: boss }, department: 'Lettres' } } })
  expect(await patch({ op: 'Add', path: `${urn.enterprise}:manager`, value: [{ $ref: `../Users/${boss}`, value: boss }] })).toMatchObject({ status: 200, body: { [urn.enterprise]: { manager: { value: boss } } } })
  // What is not kept is not an error: the directory would stop sending the person.
  expect(await patch({ op: 'Replace', path: 'phoneNumbers[type eq "mobile"].value', value: '+33 6 00 00 00 00' }, { op: 'Replace', path: 'title', value: 'Professeure' }))
    .toMatchObject({ status: 200, body: { title: 'Professeure' } })
  expect((await patch({ op: 'Add', path: 'addresses[type eq "work"].country', value: 'FR' })).body).not.toHaveProperty('addresses')
})

test('Okta: a value without a path, the identifier sent again; a group renamed, then emptied', async () => {
  const { ask, post, get } = await there()
  const [one, two] = [(await post('/Users', aUser(unique()))).body.id, (await post('/Users', aUser(unique()))).body.id]
  expect(await ask('PATCH', `/Users/${one}`, { schemas: [urn.patch], Operations: [{ op: 'replace', value: { active: false } }] })).toMatchObject({ status: 200, body: { active: false } })
  const { body: { id } } = await post('/Groups', { schemas: [urn.group], displayName: `G ${unique()}`, members: [{ value: one, display: 'Ada' }] })
  const patch = (...Operations: object[]) => ask('PATCH', `/Groups/${id}`, { schemas: [urn.patch], Operations })
  expect(await patch({ op: 'replace', value: { id, displayName: 'Renommé' } })).toMatchObject({ status: 200, body: { id, displayName: 'Renommé', members: [{ value: one }] } })
  expect(await patch({ op: 'replace', path: 'members', value: [{ value: two }] })).toMatchObject({ body: { members: [{ value: two }] } })
  expect((await patch({ op: 'add', path: 'members', value: [{ value: one }, { value: two }] })).body.members).toHaveLength(2)
  // Entra removes members by their values, against the RFC.
  expect((await patch({ op: 'Remove', path: 'members', value: [{ value: two }] })).body.members).toMatchObject([{ value: one }])
  expect((await patch({ op: 'remove', path: 'members' })).body.members).toBeUndefined()
  expect((await get(`/Users/${one}`)).body.groups).toBeUndefined()
})

test('what is read-only is refused when it would change, and a path that leads nowhere too', async () => {
  const { ask, post, get } = await there()
  const { body: { id } } = await post('/Users', aUser(unique()))
  const patch = (...Operations: object[]) => ask('PATCH', `/Users/${id}`, { schemas: [urn.patch], Operations })
  expect(await patch({ op: 'replace', path: 'id', value: v7() })).toMatchObject({ status: 400, body: { scimType: 'mutability' } })
  expect(await patch({ op: 'replace', value: { meta: { version: 'W/"9"' } } })).toMatchObject({ status: 400, body: { scimType: 'mutability' } })
  expect(await patch({ op: 'remove' })).toMatchObject({ status: 400, body: { scimType: 'noTarget' } })
  expect(await patch({ op: 'move', path: 'title', value: 'x' })).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } })
  expect(await patch({ op: 'replace', path: 'emails[type eq', value: 'x' })).toMatchObject({ status: 400 })
  expect(await patch({ op: 'replace', path: 'emails[type eq "home"].value', value: 'x@y.fr' })).toMatchObject({ status: 400, body: { scimType: 'noTarget' } })
  // All of a PATCH or nothing (RFC 7644 §3.5.2).
  expect((await patch({ op: 'replace', path: 'title', value: 'Perdue' }, { op: 'replace', path: 'userName', value: '' })).status).toBe(400)
  expect((await get(`/Users/${id}`)).body).toMatchObject({ meta: { version: 'W/"1"' } })
  expect((await get(`/Users/${id}`)).body.title).toBeUndefined()
})

test('filters as Entra and Okta write them, and each operator', async () => {
  const { get, post } = await there()
  const mark = unique()
  const ids = new Map<string, string>()
  for (const [name, more] of [['alix', { title: 'A' }], ['brune', { title: 'B', active: false }], ['cyril', {}]] as const) {
    ids.set((await post('/Users', aUser(`${name}.${mark}`, more))).body.id, name)
  }
  const found = async (filter: string) => {
    const { status, body } = await get(`/Users?filter=${encodeURIComponent(filter)}`)
    return status === 200 ? body.Resources.map(({ id }: { id: string }) => ids.get(id)) : body.scimType
  }
  for (const [filter, expected] of [
    [`externalId eq "alix.${mark}"`, ['alix']], [`externalId eq "ALIX.${mark}"`, []], [`userName ne "alix.${mark}@univ.example"`, ['brune', 'cyril']],
    ['title pr', ['alix', 'brune']], ['not (title pr)', ['cyril']], ['title eq null', ['cyril']], ['title ge "B"', ['brune']], ['title lt "B"', ['alix']], ['title le "A"', ['alix']],
    [`userName ew "univ.example" and (title eq "A" or active eq false)`, ['alix', 'brune']], ['title eq "A" or title eq "B" and active eq true', ['alix']],
    [`emails[type eq "work"].value eq "cyril.${mark}@univ.example"`, ['cyril']], [`emails[type eq "home" or primary eq true]`, ['alix', 'brune', 'cyril']],
    [`emails[not (type eq "work")]`, []], ['emails pr', ['alix', 'brune', 'cyril']], [`id eq "${[...ids.keys()][2]!}"`, ['cyril']],
    [`urn:ietf:params:scim:schemas:core:2.0:User:title EQ "A"`, ['alix']], [`schemas eq "x"`, []],
  ] as const) expect([filter, await found(filter)]).toEqual([filter, expected])
})

test('versions: a read that has not changed, a write on what was seen; searches are not for what describes the service', async () => {
  const { ask, get, post } = await there()
  const name = unique()
  const { body: { id } } = await post('/Users', aUser(name))
  expect((await get(`/Users/${id}`, { 'if-none-match': 'W/"2"' })).status).toBe(200)
  expect((await get(`/Users/${id}`, { 'if-none-match': 'W/"7", W/"1"' })).status).toBe(304)
  const patch = (version: string) => ask('PATCH', `/Users/${id}`, { Operations: [{ op: 'add', path: 'title', value: version }] }, { 'if-match': version })
  expect((await patch('W/"1"')).headers.get('etag')).toBe('W/"2"')
  expect((await patch('W/"1"')).status).toBe(412)
  expect((await patch('*')).status).toBe(200)
  expect((await patch('nonsense')).status).toBe(412)
  // RFC 7644 §4.
  for (const path of ['/ServiceProviderConfig', '/ResourceTypes', '/Schemas']) expect((await get(`${path}?filter=${encodeURIComponent('id pr')}`)).status).toBe(403)
  expect((await get('/Me')).status).toBe(404)
})

test('bulk: versions, a bulkId in a path, what depends on a failure, the order of answers', async () => {
  const { get, post } = await there()
  const [a, b] = [unique(), unique()]
  const { body: { id } } = await post('/Users', aUser(a))
  const { body } = await post('/Bulk', { schemas: [urn.bulk], Operations: [
    { method: 'PATCH', path: `/Users/${id}`, version: 'W/"9"', data: { Operations: [{ op: 'add', path: 'title', value: 'x' }] } },
    { method: 'post', path: '/Users', bulkId: 'b', data: aUser(b) },
    { method: 'POST', path: '/Users', bulkId: 'taken', data: aUser(a) },
    { method: 'POST', path: '/Groups', bulkId: 'g', data: { displayName: `G ${b}`, members: [{ value: 'bulkId:taken' }, { value: 'bulkId:b' }] } },
    { method: 'PUT', path: '/Users/bulkId:b', data: aUser(b, { title: 'Remplacée' }) },
    { method: 'DELETE', path: `/Users/${id}`, version: 'W/"1"' },
    { method: 'DELETE', path: `/Users/${v7()}` },
  ] })
  expect(body.Operations.map(({ status }: { status: string }) => status)).toEqual(['412', '201', '409', '400', '200', '204', '404'])
  expect(body.Operations[4]).toMatchObject({ method: 'PUT', location: expect.stringMatching(/\/Users\/[\da-f-]{36}$/), version: 'W/"2"' })
  expect(body.Operations[6].response).toMatchObject({ schemas: [urn.error], status: '404' })
  expect((await get(`/Users/${id}`)).status).toBe(404)
  const limited = await post('/Bulk', { failOnErrors: 2, Operations: Array.from({ length: 5 }, () => ({ method: 'DELETE', path: `/Users/${v7()}` })) })
  expect(limited.body.Operations).toHaveLength(2)
  expect((await post('/Bulk', { Operations: [{ method: 'POST', path: '/Users', data: aUser(unique()) }] })).body.Operations[0]).toMatchObject({ status: '400', response: { scimType: 'invalidSyntax' } })
})
