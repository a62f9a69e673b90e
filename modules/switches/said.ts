import { z } from 'zod'
import type { Context } from '#kernel/operation/operation.ts'
import { places, type Perimeter } from './perimeter.ts'

/** A perimeter as it is shown: names, and whether it is of a person who is no more. */
export const perimeter = z.object({
  organisation: z.string().nullable(), role: z.string().nullable(), person: z.string().nullable(), isForPerson: z.boolean(),
})

/** Names all that these perimeters speak of, in two statements. */
export const named = async (context: Context, all: readonly Perimeter[]) => {
  const { organisationNames, personNames, roles } = places()
  const [organisations, people] = [
    await organisationNames(context, all.flatMap((one) => one.organisationId ?? [])), await personNames(context,
      all.flatMap((one) => one.personId ?? [])),
  ]
  return ({ organisationId, role, personId, isForPerson }: Perimeter & { isForPerson: boolean }): z.infer<typeof perimeter> => ({
    organisation: organisationId && (organisations.get(organisationId) ?? organisationId), role: role && (roles[role] ?? role),
    person: personId && (people.get(personId) ?? null), isForPerson,
  })
}
