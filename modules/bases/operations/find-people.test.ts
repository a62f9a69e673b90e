import { expect, test } from 'vitest'
import { visitor } from '#kernel/operation/actor.ts'
import { aPerson, world } from '../fixtures.ts'
import { findPeople } from './find-people.ts'

const found = async (words: string) => {
  const { as } = await world()
  return (await as(await aPerson()).run(findPeople, { words })).people
}

test('a public profile is found by its name, without its accents and in any order', async () => {
  const { id } = await aPerson({ firstName: 'Éloïse', lastName: 'Ménétrier', isPublic: true })
  for (const words of ['eloise', 'Ménétrier Éloïse', 'menet']) expect(await found(words)).toMatchObject([{ id, name: 'Éloïse Ménétrier' }])
  for (const words of ['%', 'e_oise', 'E', '', '\\']) expect(await found(words)).toEqual([])
})

test('a private profile is not found, by its name nor by its address', async () => {
  await aPerson({ firstName: 'Octave', lastName: 'Quillebeuf', email: 'octave.q@exemple.fr', isPublic: false })
  for (const words of ['Quillebeuf', 'octave.q@', 'Octave.Q@exemple.fr']) expect(await found(words)).toEqual([])
})

test('a visitor finds nobody', async () => {
  const { as } = await world()
  await expect(as(visitor).run(findPeople, { words: 'eloise' })).rejects.toMatchObject({ status: 401 })
})
