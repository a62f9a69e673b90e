import { expect, test } from 'vitest'
import { v7 } from '#kernel/id.ts'
import { aPerson, world } from '../../fixtures.ts'
import { findPeople } from './find-people.ts'
import { aModerator, anAdministrator } from './staff.fixtures.ts'

const names = async (text: string) => {
  const { people } = await (await world()).as(await anAdministrator()).run(findPeople, { text })
  return people.map((one) => one.name)
}

test('a name is found without accents, by a beginning, by any of its words, and in spite of a mistyped letter', async () => {
  await aPerson({ firstName: 'Zoé', lastName: 'Lefèvre-Cœurjolie' })
  await aPerson({ firstName: 'Jean-Baptiste', lastName: 'O’Kelly' })
  await aPerson({ firstName: 'Nadia', lastName: 'Cherkati' })
  for (const text of ['zoe lefevre', 'LEFÈVRE Zoé', 'lef', 'coeurjolie', 'Lefevr', 'Lefebvre zoe', 'ZO']) {
    expect(await names(text), text).toContain('Zoé Lefèvre-Cœurjolie')
  }
  for (const text of ['jean baptiste', 'kelly jean', 'o’kelly']) expect(await names(text), text).toEqual(['Jean-Baptiste O’Kelly'])
  for (const text of ['Cherkatti', 'Chekati', 'nadia cherkaty']) expect(await names(text), text).toContain('Nadia Cherkati')
  expect(await names('nadia lefevre')).toEqual([])
  expect(await names('é%_\\')).toEqual([])
  expect(await names('%%')).toEqual([])
})

test('the best likeness comes first', async () => {
  await aPerson({ firstName: 'Maude', lastName: 'Martinet' })
  await aPerson({ firstName: 'Maud', lastName: 'Martinot' })
  expect((await names('martinot'))[0]).toBe('Maud Martinot')
})

test('an address, an identifier of ours or of others is found exactly', async () => {
  const { as, db } = await world()
  const person = await aPerson({ firstName: 'Rose', email: 'rose.exact@example.org' })
  await db.insertInto('identity.external_identifier')
    .values({ id: v7(), person_id: person.id, issuer: 'https://idp.example', kind: 'sub', value: 'A-2041', valid_from: new Date() }).execute()
  const found = async (text: string) => (await as(await anAdministrator()).run(findPeople, { text })).people.map((one) => one.id)
  expect(await found('ROSE.exact@example.org')).toEqual([person.id])
  expect(await found('rose.exac@example.org')).toEqual([])
  expect(await found(person.id)).toEqual([person.id])
  expect(await found('A-2041')).toContain(person.id)
  expect(await found(v7())).toEqual([])
})

test('many are given page by page, each once; without two characters only those who came last', async () => {
  const { as } = await world()
  for (let n = 0; n < 45; n++) await aPerson({ firstName: 'Capucine', lastName: `Page ${n}` })
  const admin = as(await anAdministrator())
  const seen: string[] = []
  let after: string | undefined
  do {
    const { people, next } = await admin.run(findPeople, { text: 'capucine', after })
    seen.push(...people.map((one) => one.id))
    after = next ?? undefined
  } while (after)
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
  for (const text of ['', 'c']) {
    const latest = await admin.run(findPeople, { text })
    expect(latest).toMatchObject({ isLatest: true, next: null })
    expect(latest.people).toHaveLength(20)
  }
})

test('only an administrator searches', async () => {
  const { as } = await world()
  await expect(as(await aModerator()).run(findPeople, { text: 'rose' })).rejects.toMatchObject({ status: 403 })
  await expect(as().run(findPeople, {})).rejects.toMatchObject({ status: 401 })
})
