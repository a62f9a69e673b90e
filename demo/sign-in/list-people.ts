import { z } from 'zod'
import { query } from '#kernel/operation/operation.ts'
import { anyone } from '#kernel/operation/rule.ts'
import type { Context } from '../policy.ts'
import { namedPeople } from './named-people.ts'

/** Those whom one can be in the demonstration, and what each of them can try. */
export const listPeople = query({
  http: 'GET /demonstration/people',
  input: z.object({ returnTo: z.string().optional() }),
  output: z.object({ people: z.array(z.object({
    personId: z.uuid(), key: z.string(), name: z.string(), title: z.string(), location: z.string(), pitch: z.string(), isMe: z.boolean(),
  })) }),
  allow: anyone,
  run: async (context: Context) => ({
    people: (await namedPeople(context)).map(({ personId, person: { key, firstName, lastName, title, location, pitch } }) => ({
      personId, key, name: `${firstName} ${lastName}`, title, location, pitch, isMe: personId === context.actor.id,
    })),
  }),
})
