import { people } from '#demo/world/people.ts'
import { peopleByAddress } from '#modules/identity/api.ts'
import type { Context } from '../policy.ts'

/** The named people of the world who are in the database, in the world's order. */
export const namedPeople = async (context: Context) => {
  const ids = new Map((await peopleByAddress(context, people.map((person) => person.email))).map((one) => [one.email, one.personId]))
  return people.flatMap((person) => {
    const personId = ids.get(person.email)
    return personId ? [{ personId, person }] : []
  })
}
