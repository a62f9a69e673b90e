import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { enter, pathOr } from '#modules/identity/api.ts'
import type { Context } from '../policy.ts'
import { namedPeople } from './named-people.ts'

/** Signs in as one of the named people, and as nobody else: a person who joined the demonstration by themselves is not for the taking. */
export const signInAs = raw({
  http: 'POST /demonstration/sign-in',
  input: z.object({ personId: z.uuid(), returnTo: z.string().optional() }),
  on: async (context: Context, { personId }) => (await namedPeople(context)).find((one) => one.personId === personId),
  allow: anyone,
  bodyLimit: 10_000,
  handle: (context: Context, { returnTo }, { personId }, http) => enter(context, http, personId, 'demonstration', pathOr(returnTo)),
})
