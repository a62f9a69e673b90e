import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { formIn, pagesOf } from '#kernel/testing/pages.tsx'
import { hashOf } from '#modules/identity/api.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { makeOrganisation } from '#modules/organisations/fixtures.ts'
import { authenticate } from '../../client-authentication.ts'
import { world } from '../../fixtures.ts'
import type { Context } from '../../policy.ts'
import { configureAccess } from '../../settings.ts'
import { pages, urls } from '../../web/back-office/routes.ts'
import { createApiClient } from './create-api-client.ts'
import { listApiClients } from './list-api-clients.ts'
import { revokeApiClient } from './revoke-api-client.ts'
import { rotateClientSecret } from './rotate-client-secret.ts'
import { rotateSigningKeys } from './rotate-signing-keys.ts'

beforeAll(async () => configureAccess({ modules: (await world()).modules }))

const administrator = (provedMinutesAgo = 0) => {
  const at = new Date(Date.now() - provedMinutesAgo * 60_000).toISOString()
  return {
    id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris',
    session: { id: v7(), method: 'test', signedInAt: at, provedAt: at },
  }
}
const given = { name: 'Emploi du temps', scopes: ['bases:read'], roles: ['support' as const] }
const known = async (id: string, secret: string) => authenticate((await world()).db as Context['db'], { id, secret, basic: true })

test('an administrator makes a program, whose secret is in the answer and nowhere else', async () => {
  const { as, db } = await world()
  const organisationId = await makeOrganisation(db, { name: 'Université des Rives' })
  const key = v7()
  const one = administrator()
  const input = { ...given, organisationId, roles: ['teacher' as const] }
  const { clientId, secret } = await as(one).run(createApiClient, input, { key })
  expect(await known(clientId, secret)).toMatchObject({ id: clientId, organisation_id: organisationId, roles: ['teacher'] })
  // Sent twice, made once; but the secret is not said again.
  await expect(as(one).run(createApiClient, input, { key })).rejects.toMatchObject({ code: 'answered-once', status: 409 })
  for (const table of ['kernel.idempotency', 'kernel.fact', 'audit.entry', 'audit.change', 'access.client', 'access.client_secret']) {
    const rows = JSON.stringify(await db.selectFrom(table).selectAll().execute())
    expect(rows, table).not.toContain(secret)
    if (table.startsWith('audit')) expect(rows, table).not.toContain(hashOf(secret).toString('hex'))
  }
  const { clients } = await as(one).run(listApiClients, {})
  expect(clients.find(({ id }) => id === clientId)).toMatchObject({ organisation: 'Université des Rives', secrets: 1, lastTokenAt: null,
    revokedAt: null })
})

test('a program of the platform is never an administrator, nor has it a role of an organisation', async () => {
  const { as } = await world()
  for (const roles of [['administrator'], ['teacher']]) {
    await expect(as(administrator()).run(createApiClient, { ...given, roles } as never)).rejects.toMatchObject({ status: 422 })
  }
  await expect(as(administrator()).run(createApiClient, { ...given, organisationId: v7() }))
    .rejects.toMatchObject({ status: 422, issues: [{ field: 'roles' }] })
  for (const scopes of [[], ['bases'], ['bases:all'], ['*:read']]) {
    await expect(as(administrator()).run(createApiClient, { ...given, scopes })).rejects.toMatchObject({ status: 422 })
  }
})

test('a new secret leaves the time to put it in place, or none', async () => {
  const { as } = await world()
  const { clientId, secret: first } = await as(administrator()).run(createApiClient, given)
  const { secret: second } = await as(administrator()).run(rotateClientSecret, { clientId })
  for (const secret of [first, second]) expect(await known(clientId, secret)).toBeDefined()
  const { secret: third } = await as(administrator()).run(rotateClientSecret, { clientId, overlapHours: 0 })
  for (const secret of [first, second]) expect(await known(clientId, secret)).toBeUndefined()
  expect(await known(clientId, third)).toBeDefined()
})

test('a program closed has no secret, and stays closed', async () => {
  const { as } = await world()
  const { clientId, secret } = await as(administrator()).run(createApiClient, given)
  expect(await as(administrator(60)).run(revokeApiClient, { clientId })).toEqual({ tokens: 0 })
  expect(await known(clientId, secret)).toBeUndefined()
  for (const one of [revokeApiClient, rotateClientSecret]) {
    await expect(as(administrator()).run(one, { clientId })).rejects.toMatchObject({ code: 'access.client-revoked' })
  }
})

test('nobody else may; what is critical asks for a fresh proof; what does not exist is not found', async () => {
  const { as, db } = await world()
  const person = await makePerson(db)
  const { clientId } = await as(administrator()).run(createApiClient, given)
  const all = [[createApiClient, given], [rotateClientSecret, { clientId }], [revokeApiClient, { clientId }], [listApiClients, {}],
    [rotateSigningKeys, {}]] as const
  for (const [operation, input] of all) {
    await expect(as(person).run(operation, input as never), operation.name).rejects.toMatchObject({ code: 'forbidden', status: 403 })
    await expect(as().run(operation, input as never), operation.name).rejects.toMatchObject({ status: 401 })
  }
  for (const [operation, input] of [all[0], all[1], all[4]]) {
    await expect(as(administrator(11)).run(operation, input as never), operation.name).rejects.toMatchObject({ code: 'proof-required' })
  }
  for (const one of [revokeApiClient, rotateClientSecret]) {
    await expect(as(administrator()).run(one, { clientId: v7() })).rejects.toMatchObject({ status: 404 })
  }
})

const visit = pagesOf(world, pages, (file) => import(join(import.meta.dirname, '../../../..', file)), true)

test('the pages make a program, show its secret once, give it another, and close it', async () => {
  const as = administrator()
  const form = { ...formIn((await visit(urls.newClient(), { as })).html, 'createApiClient'), name: 'Cantine', scopes: 'identity:read',
    roles: 'support' }
  const shown = await visit(urls.newClient(), { as, form })
  expect(shown.status).toBe(200)
  const [, secret] = /data-copy="([\w-]{43})"/.exec(shown.html)!
  const [, id] = /<code>([\da-f-]{36})<\/code>/.exec(shown.html)!
  expect(await known(id!, secret!)).toBeDefined()
  expect((await visit(urls.client(id!), { as })).html).not.toContain(secret)
  const again = await visit(urls.newClient(), { as, form })
  expect([again.status, again.html.includes(secret!)]).toEqual([409, false])
  const wrong = await visit(urls.newClient(), { as, form: { ...form, _key: v7(), roles: 'teacher' } })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="Cantine"')
  const page = (await visit(urls.client(id!), { as })).html
  const rotated = await visit(urls.client(id!), { as, form: { ...formIn(page, 'rotateClientSecret'), overlapHours: '0' } })
  expect(rotated.html).toMatch(/data-copy="[\w-]{43}"/)
  expect(await known(id!, secret!)).toBeUndefined()
  expect(await visit(urls.client(id!), { as, form: formIn(page, 'revokeApiClient') })).toMatchObject({ status: 303,
    location: urls.clients() })
  expect((await visit(urls.clients(), { as })).html).toContain('Fermé')
  expect((await visit(urls.client(v7()), { as })).status).toBe(404)
  for (const url of [urls.rights(), urls.operation('access.createApiClient')]) expect((await visit(url, { as })).status, url).toBe(200)
})
