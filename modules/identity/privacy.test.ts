import { expect, test } from 'vitest'
import { erasePerson } from '#kernel/testing/person-rows.ts'
import { visitor } from '#kernel/operation/actor.ts'
import { aPerson, world } from './fixtures.ts'
import { peopleByAddress, personCard } from './person.ts'
import { readSession } from './read-session.ts'
import { openSession } from './session.ts'

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
