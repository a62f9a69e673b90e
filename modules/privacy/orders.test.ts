import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { visitor, type Actor } from '#kernel/operation/actor.ts'
import type { Operation } from '#kernel/operation/operation.ts'
import { openSession, peopleByAddress, personCard, readSession } from '#modules/identity/api.ts'
import { identity } from '#modules/identity/module.ts'
import { personErased } from './events.ts'
import { aPerson, world } from './fixtures.ts'

const staff = identity.backOffice.operations as Record<string, Operation>

const administrator = async (provedMinutesAgo = 1): Promise<Actor & { id: string }> => {
  const at = new Date(Date.now() - provedMinutesAgo * 60_000).toISOString()
  const { id } = await aPerson({ firstName: 'Inès', lastName: 'Garnier', platformRoles: ['administrator'] })
  return { id, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris', session: { id: v7(), method: 'test', signedInAt: at } }
}
const signedIn = async (personId: string) => {
  const { engine } = await world()
  return (await openSession(engine.context({ actor: visitor, origin: { request: 'test' } }), personId, 'email-link')).cookie
}
const whoHas = async (cookie: string) => {
  const { pools, modules } = await world()
  return readSession(pools.portal, modules, cookie.split(';')[0])
}
const anonymise = async (person: { id: string }, confirmation: string) =>
  (await world()).as(await administrator()).run(staff['anonymisePerson']!, { personId: person.id, reason: 'À sa demande', confirmation })
const orderOf = async (person: { id: string }): Promise<string> =>
  (await (await world()).db.selectFrom('identity.erasure').select('id').where('person_id', '=', person.id).executeTakeFirstOrThrow())['id']
const aMerge = async (kept: { id: string }, absorbed: { id: string }) =>
  (await (await world()).as(await administrator()).run(staff['prepareMerge']!, { personId: kept.id, absorbedId: absorbed.id }) as { mergeId: string }).mergeId

test('who is anonymised has nothing left, is told by a mail, and the journal names them', async () => {
  const { as, facts, work, db, data, engine, lettersTo } = await world()
  const person = await aPerson({ firstName: 'Anaïs', lastName: 'Effaçable', email: 'anais@example.org' })
  await anonymise(person, 'anaïs effaçable')
  await work()
  await work()
  expect(await as(await administrator()).run(staff['showPerson']!, { personId: person.id })).toMatchObject({ state: 'erased', name: null, addresses: [] })
  expect(await personCard(engine.context({ actor: visitor, origin: { request: 'test' } }), person.id)).toMatchObject({ name: null, isErased: true })
  expect(await readFile(join(data, 'erasures.ndjson'), 'utf8')).toContain(person.id)
  expect(await facts(personErased)).toContainEqual({ personId: person.id })
  expect(lettersTo('anais@example.org')).toMatchObject([{ subject: 'Votre compte sur Sillage a été supprimé', text: expect.stringContaining('ne peut pas revenir') }])
  for (const table of ['identity.person', 'identity.address', 'audit.change', 'audit.entry', 'kernel.fact', 'kernel.job_execution']) {
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toMatch(/Anaïs|Effaçable|anais@/)
  }
})

test('the worker\'s role erases the person of an order, once, and nobody else: it may change no such table by itself', async () => {
  const { pools } = await world()
  const [person, other] = [await aPerson({ firstName: 'Ada', lastName: 'Ordonnée' }), await aPerson()]
  await anonymise(person, 'Ada Ordonnée')
  const order = await orderOf(person)
  const run = (text: string, ...values: unknown[]) => pools.worker.query(text, values)
  await expect(run('select privacy.erase_ordered($1)', other.id)).rejects.toMatchObject({ code: 'P0002' })
  await expect(run('select privacy.erase_everywhere($1)', other.id)).rejects.toMatchObject({ code: '42501' })
  await expect(run('select identity.take_erasure($1)', order)).rejects.toMatchObject({ code: '42501' })
  await expect(run('select privacy.merge_everywhere($1, $2)', other.id, person.id)).rejects.toMatchObject({ code: '42501' })
  await expect(run('update identity.person set first_name = null where id = $1', other.id)).rejects.toMatchObject({ code: '42501' })
  await run('select privacy.erase_ordered($1)', order)
  await expect(run('select privacy.erase_ordered($1)', order)).rejects.toMatchObject({ code: 'P0002' })
})

test('two accounts become one after a preview that says what happens and changes nothing', async () => {
  const { as, work, db, engine } = await world()
  const context = engine.context({ actor: visitor, origin: { request: 'test' } })
  const admin = as(await administrator())
  const [kept, absorbed] = [await aPerson({ firstName: 'Yann', lastName: 'Kerbrat' }), await aPerson({ firstName: 'Yan', lastName: 'Kerbrat' })]
  const cookie = await signedIn(absorbed.id)
  await db.insertInto('identity.external_identifier').values([kept, absorbed].map(({ id }, n) =>
    ({ id: v7(), person_id: id, issuer: 'https://idp.example', kind: 'sub', value: `same-${n}`, valid_from: new Date() }))).execute()
  const mergeId = await aMerge(kept, absorbed)
  await work()
  const preview = await admin.run(staff['showMerge']!, { mergeId }) as { version: number, lines: unknown[] }
  expect(preview).toMatchObject({ state: 'ready', warnings: ['different-names', 'same-issuer'], kept: { name: 'Yann Kerbrat' }, absorbed: { name: 'Yan Kerbrat' } })
  expect(preview.lines).toContainEqual({ table: 'identity.address', kept: 1, absorbed: 1, becomes: 'repoint', twins: 0 })
  expect(preview.lines).toContainEqual({ table: 'identity.account', kept: 1, absorbed: 1, becomes: 'drop', twins: 0 })
  expect(await personCard(context, absorbed.id)).toMatchObject({ name: 'Yan Kerbrat' })
  expect(await whoHas(cookie)).toMatchObject({ id: absorbed.id })
  const { version } = preview
  await expect(as(await administrator(6)).run(staff['confirmMerge']!, { mergeId }, { version })).rejects.toMatchObject({ code: 'proof-required' })
  await admin.run(staff['confirmMerge']!, { mergeId }, { version })
  expect(await whoHas(cookie)).toBeUndefined()
  expect(await admin.run(staff['showMerge']!, { mergeId })).toMatchObject({ state: 'under-way' })
  await work()
  expect(await admin.run(staff['showMerge']!, { mergeId })).toMatchObject({ state: 'done' })
  expect(await admin.run(staff['showPerson']!, { personId: absorbed.id })).toMatchObject({ state: 'merged', mergedInto: kept.id })
  expect((await peopleByAddress(context, [absorbed.email, kept.email])).map((one) => one.personId)).toEqual([kept.id, kept.id])
  expect(await personCard(context, absorbed.id)).toMatchObject({ name: null, isErased: false })
  await expect(admin.run(staff['confirmMerge']!, { mergeId }, { version: version + 2 })).rejects.toMatchObject({ code: 'identity.merge-confirmed' })
  await expect(aMerge(kept, absorbed)).rejects.toMatchObject({ code: 'identity.person-gone' })
})

test('a merge that nobody confirmed is not carried out, and one that is done is not done again', async () => {
  const { pools, db } = await world()
  const [kept, absorbed] = [await aPerson(), await aPerson()]
  const mergeId = await aMerge(kept, absorbed)
  const merge = async () => (await pools.worker.query<{ merge: boolean }>('select privacy.merge($1)', [mergeId])).rows[0]!.merge
  expect(await merge()).toBe(false)
  await db.updateTable('identity.merge').set({ confirmed_at: new Date() }).where('id', '=', mergeId).execute()
  expect((await pools.worker.query('select privacy.rehearse_merge($1) as lines', [mergeId])).rows).toEqual([{ lines: null }])
  expect([await merge(), await merge()]).toEqual([true, false])
})
