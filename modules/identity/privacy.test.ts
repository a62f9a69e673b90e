import { expect, test } from 'vitest'
import { erasePerson } from '#kernel/db/privacy.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { aPerson, world } from './fixtures.ts'
import { mergePeople } from './merge.ts'
import { peopleByAddress, personCard } from './person.ts'
import { openSession, readSession } from './session.ts'

const setting = async () => {
  const { engine, pools, modules, db } = await world()
  return { context: engine.context({ actor: visitor, origin: { request: 'test' } }), pools, modules, db }
}

test('an erased person has no name, no address, no session, and nothing of them stays in the trace', async () => {
  const { context, pools, modules, db } = await setting()
  const person = await aPerson({ firstName: 'Zoé', lastName: 'Unique-Nom', email: 'zoe@example.org', about: 'Phrase-personnelle',
    isPublic: true })
  const { cookie } = await openSession(context, person.id, 'email-link')
  await erasePerson(pools.owner, modules, person.id)
  expect(await personCard(context, person.id))
    .toEqual({ id: person.id, name: null, title: null, portraitFileId: null, isPublic: false, isErased: true })
  expect(await peopleByAddress(context, ['zoe@example.org'])).toEqual([])
  expect(await readSession(pools.portal, modules, cookie)).toBeUndefined()
  for (const table of ['identity.person', 'identity.address', 'identity.account', 'audit.change', 'audit.entry']) {
    expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toMatch(/Zoé|Unique-Nom|zoe@|Phrase/)
  }
})

test('two people become one: both addresses lead to the one kept, and the other opens nothing', async () => {
  const { context, pools, modules } = await setting()
  const [kept, absorbed] = [await aPerson({ email: 'one@example.org' }),
    await aPerson({ email: 'two@example.org', platformRoles: ['moderator'] })]
  const { cookie } = await openSession(context, absorbed.id, 'email-link')
  await mergePeople(pools.owner, modules, kept.id, absorbed.id)
  expect((await peopleByAddress(context, ['one@example.org', 'TWO@example.org'])).map((one) => one.personId)).toEqual([kept.id, kept.id])
  expect(await readSession(pools.portal, modules, cookie)).toBeUndefined()
  expect(await personCard(context, absorbed.id)).toMatchObject({ name: null, isErased: false })
  const mine = await openSession(context, kept.id, 'email-link')
  expect(await readSession(pools.portal, modules, mine.cookie)).toMatchObject({ id: kept.id, grants: [] })
})
